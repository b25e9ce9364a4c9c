using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A type that a project declares.</summary>
/// <param name="Project">Whose.</param>
/// <param name="Name">With its namespace.</param>
/// <param name="IsVisible">Whether other assemblies can see it.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record DeclaredType(Project Project, string Name, bool IsVisible, Place Place);
