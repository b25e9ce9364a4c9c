using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Every rule, with what finds its violations.</summary>
internal static class RuleSet
{
    /// <summary>The rules in the order of the report. A set of rules that share what they look at is found by one method.</summary>
    public static IReadOnlyList<(IReadOnlyList<Rule> Rules, Func<Facts, IEnumerable<Violation>> Find)> All { get; } =
    [
        (CompatibilityRules.All, CompatibilityRules.Find),
    ];
}
