using MyThoughts.BoundaryCheck.Catalog;

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
    /// <summary>What code asks of the configuration and of keyed services by name.</summary>
    public IReadOnlyList<NamedUse> NamedUses { get; init; } = [];

    /// <summary>The settings in the projects' own configuration files.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>The projects whose source was read.</summary>
    public IReadOnlySet<string> Seen { get; init; } = new HashSet<string>();

    /// <summary>Whether anything is known of a project's code.</summary>
    public bool Looked(Project project) => Seen.Contains(project.Name);

    /// <summary>Assemblies to which a project shows what is internal, by its project file or by an attribute.</summary>
    public IReadOnlyList<(Project Project, Friend Friend)> Friends { get; init; } = [];

    /// <summary>What crosses schemas in the database; null when there is none to look at.</summary>
    public DatabaseCatalog? Catalog { get; init; }

    /// <summary>What contracts and documents promise, beside what was approved; null when nobody asked.</summary>
    public ApprovedTexts? Approved { get; init; }
}
