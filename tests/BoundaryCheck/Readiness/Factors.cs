using System.Globalization;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>Counts what stands between a module and a process of its own. What each adds is a judgement, written here once and shown in the report.</summary>
internal sealed class Factors(CheckResult result)
{
    /// <summary>A member is slow when one call in a hundred takes longer.</summary>
    public const double SlowSeconds = 0.1;

    /// <summary>A member is called all the time when it takes at least this share of the calls measured in the process.</summary>
    public const double ChattyShare = 0.1;

    private const int MostChurn = 10;

    private readonly IReadOnlyList<ContractUse> uses = ContractUse.Of(result.Facts);
    private readonly IReadOnlyList<ModuleCoupling> couplings = result.History is { } history ? ModuleCoupling.Of(history, result.Facts) : [];

    public IReadOnlyList<Factor> Of(MapModule module) => [.. FromCode(module), .. FromHistory(module.Name), .. FromMetrics(module.Name)];

    private IEnumerable<Factor> FromCode(MapModule module) =>
    [
        Factor.Of("newViolations", "new violations, its own and against it", 10, result.New.Where(violation => Concerns(violation, module)).Select(Told)),
        Factor.Of("knownViolations", "known violations, its own and against it", 5, result.Known.Select(known => known.Violation).Where(violation => Concerns(violation, module)).Select(Told)),
        Factor.Of("missing", "projects it needs and lacks", 5, Missing(module)),
        Factor.Of("calls", "contract members of neighbours that it calls", 3, uses.Where(use => use.User == module.Name && use.IsCall).Select(use => new Finding($"{use.Owner}: {use.Target}", use.Places))),
        Factor.Of("calledBy", "its contract members that others call", 2, uses.Where(use => use.Owner == module.Name && use.IsCall).GroupBy(use => use.Target).Select(CalledBy)),
        Factor.Of("follows", "feeds that it follows", 1, module.Follows.Select(feed => new Finding($"the feed of {feed}"))),
        Factor.Of("followers", "modules that follow its feed", 1, result.Facts.Solution.Map.Modules.Where(other => other.Follows.Contains(module.Name)).Select(other => new Finding(other.Name))),
        Factor.Of("tables", "tables and views that move with it", 1, OwnedTables.Of(result.Facts, module.Name).Select(table => new Finding(table.Name, table.Place))),
        Factor.Of("configuration", "settings that it shares", 1, SharedConfiguration.Of(result.Facts, module.Name).Select(key => new Finding($"{key.Key}, with {string.Join(", ", key.Others)}", key.Place))),
        Factor.Of("paths", "paths that it owns", 0, Paths(module)),
    ];

    private IEnumerable<Factor> FromHistory(string module)
    {
        if (result.History is not { NotChecked.Count: 0, Counted.Count: > 0 } history) yield break;
        var churn = history.ContractChangesPerMonth(module);
        yield return new("churn", $"changes of its contracts a month, at most {MostChurn}", Math.Min(MostChurn, (int)Math.Round(churn)), 1,
            churn == 0 ? [] : [new($"{Number(churn)} commits a month on average, {history.Months[0]} to {history.Months[^1]}")]);
        if (history.NoCoupling is null)
            yield return Factor.Of("hiddenCoupling", "modules that change with it and no code says why", 5, couplings.Where(pair => pair.IsHidden && (pair.One == module || pair.Other == module)).Select(pair => Hidden(pair, module)));
    }

    private IEnumerable<Factor> FromMetrics(string module)
    {
        if (result.Calls is not { Calls.Count: > 0 } metrics) yield break;
        var all = metrics.Calls.Where(call => call.IsInProcess).Sum(call => call.Calls);
        var own = metrics.Calls.Where(call => call.Module == module).ToList();
        yield return Factor.Of("chatty", "its members that take a tenth or more of all calls within the process", 2, own.Where(call => call.IsInProcess && call.Calls >= all * ChattyShare).Select(Told));
        yield return Factor.Of("slow", "its members that failed, or took over 100 ms once in a hundred calls", 2, own.Where(call => call.Errors > 0 || call.P99?.Seconds > SlowSeconds).Select(Told));
    }

    private bool Concerns(Violation violation, MapModule module) =>
        violation.Owner == module.Name || result.Facts.Types.Any(type => type.Project.Module == module
            && (violation.To == type.Name || violation.To.StartsWith(type.Name + ".", StringComparison.Ordinal)));

    private IEnumerable<Finding> Missing(MapModule module)
    {
        var roles = result.Facts.Solution.Of(module).Select(project => project.Role).ToHashSet();
        if (!roles.Contains(ProjectRole.Contracts)) yield return new("a contracts project");
        if (!roles.Contains(ProjectRole.Service)) yield return new("a service host");
    }

    private IEnumerable<Finding> Paths(MapModule module) => module.Paths.Select(path => new Finding(
        path, [.. result.Facts.Paths.Where(mapped => mapped.Project.Module == module && IsBelow(mapped.Pattern, path)).Select(mapped => mapped.Place).Distinct().Order()]));

    private static bool IsBelow(string pattern, string path) =>
        pattern == path || pattern.TrimEnd('/') == path.TrimEnd('/') || (path != "/" && pattern.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    private static Finding CalledBy(IGrouping<string, ContractUse> member) =>
        new($"{member.Key}, by {string.Join(", ", member.Select(use => use.User))}", [.. member.SelectMany(use => use.Places)]);

    private static Finding Told(Violation violation) => new($"[{violation.Rule.Id}] {violation.What}", violation.Place);

    private static Finding Told(MeasuredCalls call) =>
        new($"{call.Member}, {call.Mode}: {Number(call.Calls)} calls, {(call.Errors is { } errors ? $"{Number(errors)} failed, " : "")}mean {Number(call.MeanSeconds * 1000)} ms");

    private static Finding Hidden(ModuleCoupling pair, string module) =>
        new($"{(pair.One == module ? pair.Other : pair.One)}: {pair.Together} commits changed both");

    private static string Number(double value) => value.ToString(value < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
