using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Baseline;

/// <summary>Holds what was found against what is known.</summary>
internal static class Comparison
{
    /// <summary>
    /// Each edge by itself, so that a second one in a type that is listed already is new. An entry is gone only when its rule has
    /// looked everywhere: what was not checked is not mended.
    /// </summary>
    public static CheckResult Of(Facts facts, IReadOnlyList<Violation> violations, BaselineFile baseline)
    {
        var entries = baseline.Entries.DistinctBy(Key).ToDictionary(Key);
        var found = violations.Select(violation => violation.Key).ToHashSet();
        var blind = facts.NotChecked.SelectMany(gap => gap.Rules).ToHashSet();
        return new(
            facts,
            [.. violations.Where(violation => !entries.ContainsKey(violation.Key))],
            [.. violations.Where(violation => entries.ContainsKey(violation.Key)).Select(violation => (violation, entries[violation.Key]))],
            [.. baseline.Entries.Where(entry => !found.Contains(Key(entry)) && !blind.Contains(entry.Rule))]);
    }

    private static string Key(BaselineEntry entry) => $"{entry.Rule}: {entry.From} -> {entry.To}";
}
