using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>Which module can leave first, and what each of them needs.</summary>
/// <param name="Modules">The nearest to leaving first.</param>
/// <param name="Advice">Which to extract first and why.</param>
internal sealed record ReadinessReport(IReadOnlyList<ModuleReadiness> Modules, string Advice)
{
    /// <summary>Judges by the code, and by history and metrics where the result has them.</summary>
    public static ReadinessReport Of(CheckResult result)
    {
        var factors = new Factors(result);
        var uses = ContractUse.Of(result.Facts);
        var modules = result.Facts.Solution.Map.Modules.Select(module => Of(result, module, factors.Of(module), uses))
            .OrderBy(module => module.Points).ThenBy(module => module.Module.Name, StringComparer.Ordinal).ToList();
        return new(modules, AdviceOf(modules));
    }

    private static ModuleReadiness Of(CheckResult result, MapModule module, IReadOnlyList<Factor> factors, IReadOnlyList<ContractUse> uses) =>
        new(module, factors, NextSteps.Of(module.Name, module.Schema, factors, uses, [.. Violations(result).Where(violation => violation.Owner == module.Name)]));

    private static IEnumerable<Violation> Violations(CheckResult result) => result.New.Concat(result.Known.Select(known => known.Violation));

    private static string AdviceOf(List<ModuleReadiness> modules)
    {
        var first = modules[0];
        var why = $"{(first["calledBy"].Count == 0 ? "nobody calls it" : $"others call {Times(first["calledBy"].Count)} of it")}, it calls {(first["calls"].Count == 0 ? "nobody" : $"{Times(first["calls"].Count)} of others")}";
        var violations = first["newViolations"].Count + first["knownViolations"].Count;
        var but = violations > 0 ? $" Remove its {(violations == 1 ? "violation" : $"{violations} violations")} before." : "";
        return modules is [_, var next, ..] && next.Points == first.Points
            ? $"Extract {first.Module.Name} first, or {next.Module.Name}: both are {first.Points} points away. As for {first.Module.Name}, {why}.{but}"
            : $"Extract {first.Module.Name} first: it is {first.Points} points away{(modules is [_, var second, ..] ? $", {second.Module.Name} comes next with {second.Points}" : "")}. {char.ToUpperInvariant(why[0])}{why[1..]}.{but}";
    }

    private static string Times(int members) => members == 1 ? "one member" : $"{members} members";
}
