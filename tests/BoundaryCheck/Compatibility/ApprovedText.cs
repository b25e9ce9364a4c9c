using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>What one project promises: as it was approved, and as it is.</summary>
/// <param name="Project">Whose promise.</param>
/// <param name="Rule">The rule that a breaking change breaks.</param>
/// <param name="File">The approved file, an absolute path.</param>
/// <param name="Approved">Its text; null when there is no such file.</param>
/// <param name="Current">What it would have to say now, without the reasons of earlier breaks.</param>
/// <param name="Changes">What changed, breaking or not.</param>
/// <param name="Breaks">The breaks that were approved, each with its day and reason.</param>
internal sealed record ApprovedText(Project Project, Rule Rule, string File, string? Approved, string Current, IReadOnlyList<Change> Changes, IReadOnlyList<string> Breaks)
{
    public IEnumerable<Change> Breaking => Changes.Where(change => change.IsBreaking);

    /// <summary>What is new and not approved yet; it passes.</summary>
    public IEnumerable<Change> Additions => Changes.Where(change => !change.IsBreaking);
}

/// <summary>What every project promises.</summary>
/// <param name="Texts">One for each contract and each host's document.</param>
/// <param name="NotChecked">Those that could not be looked at.</param>
internal sealed record ApprovedTexts(IReadOnlyList<ApprovedText> Texts, IReadOnlyList<NotChecked> NotChecked);
