using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.BoundaryCheck.CommandLine;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck;

/// <summary>The check from end to end.</summary>
internal static class Check
{
    /// <summary>Looks at a solution and judges it. Nothing is written.</summary>
    /// <exception cref="CheckFailedException">It can't begin: there is no map, or no project, or the baseline is none.</exception>
    public static async Task<CheckResult> RunAsync(CheckOptions options, CancellationToken stop)
    {
        var solution = SolutionReader.Read(options.Root, options.Map);
        var baseline = BaselineFile.Read(BaselinePath(options));
        var facts = await FactsReader.ReadAsync(solution, options.Database, stop);
        return Comparison.Of(facts, RuleSet.Find(facts), baseline) with
        {
            History = GitHistory.Read(solution),
            Calls = options.Metrics is { } source ? await CallMetrics.ReadAsync([source], stop) : null,
        };
    }

    /// <summary>Brings the baseline up to date as the options say.</summary>
    /// <returns>What remains to be said of the solution.</returns>
    public static CheckResult Settle(CheckOptions options, CheckResult result)
    {
        var path = BaselinePath(options);
        var baseline = BaselineFile.Read(path);
        if (options.Prune) baseline = baseline.Without(result.Gone);
        if (options.Accept is { } reason)
            baseline = baseline.With(result.New.Select(violation => new BaselineEntry(violation.Rule.Id, violation.From, violation.To, reason.Trim(), DateOnly.FromDateTime(DateTime.UtcNow))));
        if (!options.Prune && options.Accept is null) return result;
        baseline.Write(path);
        return Comparison.Of(result.Facts, [.. result.New, .. result.Known.Select(known => known.Violation)], baseline) with { History = result.History, Calls = result.Calls };
    }

    private static string BaselinePath(CheckOptions options) => Path.Combine(Path.GetDirectoryName(options.Map)!, BaselineFile.Name);
}
