using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck;

/// <summary>What the check found.</summary>
/// <param name="Facts">What it judged.</param>
/// <param name="New">Violations that nobody has listed: each fails the check.</param>
/// <param name="Known">Violations that the baseline lists, with their entries.</param>
/// <param name="Gone">Entries whose violation is no longer there: each fails the check until it is removed.</param>
internal sealed record CheckResult(
    Facts Facts, IReadOnlyList<Violation> New, IReadOnlyList<(Violation Violation, BaselineEntry Entry)> Known, IReadOnlyList<BaselineEntry> Gone)
{
    public bool Holds => New.Count == 0 && Gone.Count == 0;

    /// <summary>The rules that were asked.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [.. RuleSet.All.SelectMany(set => set.Rules)];

    /// <summary>How the solution has changed; null when nobody asked.</summary>
    public ChangeHistory? History { get; init; }

    /// <summary>What hosts have measured; null when none was named.</summary>
    public CallMetrics? Calls { get; init; }

    /// <summary>All that could not be looked at.</summary>
    public IReadOnlyList<NotChecked> NotChecked => [.. Facts.NotChecked, .. History?.NotChecked ?? [], .. Calls?.NotChecked ?? []];

    /// <summary>The rules of which something could not be looked at.</summary>
    public IReadOnlyList<Rule> RulesNotChecked => [.. Rules.Where(rule => NotChecked.Any(line => line.Rules.Contains(rule.Id)))];
}
