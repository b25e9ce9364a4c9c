using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Every rule, with what finds its violations.</summary>
internal static class RuleSet
{
    /// <summary>The rules in the order of the report. A set of rules that share what they look at is found by one method.</summary>
    public static IReadOnlyList<(IReadOnlyList<Rule> Rules, Func<Facts, IEnumerable<Violation>> Find)> All { get; } =
    [
        (MapRules.All, MapRules.Find),
        (ProjectRules.All, ProjectRules.Find),
        (CodeRules.All, CodeRules.Find),
        (TypeRules.All, TypeRules.Find),
        (CycleRules.All, CycleRules.Find),
        (ReflectionRules.All, ReflectionRules.Find),
        (ConfigurationRules.All, ConfigurationRules.Find),
        (PathRules.All, PathRules.Find),
        (SqlRules.All, SqlRules.Find),
        (CatalogRules.All, CatalogRules.Find),
        (CompatibilityRules.All, CompatibilityRules.Find),
    ];

    /// <summary>All that breaks a rule, each once: the same use of the same thing is one violation, shown where it first stands.</summary>
    public static IReadOnlyList<Violation> Find(Facts facts) =>
        [.. All.SelectMany(set => set.Find(facts)).OrderBy(violation => violation.Place).DistinctBy(violation => violation.Key)];
}
