using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A use of something that the framework finds by a name: a connection string, a keyed service, a section of the configuration.</summary>
/// <param name="Project">Whose.</param>
/// <param name="Member">The member that asks.</param>
/// <param name="Callee">The method or attribute it asks through.</param>
/// <param name="Name">The name.</param>
/// <param name="Place">Where.</param>
internal sealed record NamedUse(Project Project, string Member, string Callee, string Name, Place Place);
