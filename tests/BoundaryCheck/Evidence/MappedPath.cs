using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A path that a project answers.</summary>
/// <param name="Project">Who answers.</param>
/// <param name="Member">The member that maps it, or the page.</param>
/// <param name="Pattern">The route pattern, beginning with a slash.</param>
/// <param name="Place">Where it is mapped.</param>
internal sealed record MappedPath(Project Project, string Member, string Pattern, Place Place);
