using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>All that the check knows of a solution before it judges.</summary>
/// <param name="Solution">The map and the projects.</param>
/// <param name="References">Uses of one project's code by another's, from the source and from the assemblies.</param>
/// <param name="Types">The types declared.</param>
/// <param name="Texts">Texts in code, and SQL files.</param>
/// <param name="Paths">The paths mapped.</param>
/// <param name="NotChecked">What could not be looked at.</param>
internal sealed record Facts(
    SolutionUnderCheck Solution, IReadOnlyList<Reference> References, IReadOnlyList<DeclaredType> Types, IReadOnlyList<Text> Texts,
    IReadOnlyList<MappedPath> Paths, IReadOnlyList<NotChecked> NotChecked)
{
    /// <summary>What contracts and documents promise, beside what was approved; null when nobody asked.</summary>
    public ApprovedTexts? Approved { get; init; }
}
