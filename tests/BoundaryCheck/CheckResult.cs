using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.BoundaryCheck.Evidence;
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
}
