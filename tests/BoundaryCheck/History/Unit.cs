using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>What a file belongs to, by the folders of today's projects.</summary>
internal enum UnitKind
{
    Module,
    Contracts,
    Chassis,
    Hosts,
}

/// <summary>A part of the solution that changes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Module">Whose, for a module's own code and its contracts.</param>
internal sealed record Unit(UnitKind Kind, string? Module = null);

/// <summary>Says which part of the solution a path belongs to.</summary>
/// <param name="solution">The solution.</param>
/// <param name="prefix">The path of its root in the repository; empty, or with a slash at its end.</param>
internal sealed class Units(SolutionUnderCheck solution, string prefix)
{
    // The deepest first: a project may lie within the folder of another.
    private readonly List<(string Folder, Unit? Unit)> folders =
        [.. solution.Projects.Select(project => (FolderOf(solution, prefix, project), Of(project))).OrderByDescending(folder => folder.Item1.Length)];

    public Unit? Find(string path) => folders.Find(folder => path.StartsWith(folder.Folder, StringComparison.Ordinal)).Unit;

    private static string FolderOf(SolutionUnderCheck solution, string prefix, Project project) =>
        solution.Relative(project.Folder) is var folder && folder == "." ? prefix : $"{prefix}{folder}/";

    private static Unit? Of(Project project) => project.Role switch
    {
        ProjectRole.Tests => null,
        ProjectRole.Contracts => new(UnitKind.Contracts, project.Module?.Name),
        ProjectRole.Chassis => new(UnitKind.Chassis),
        _ when project.Module is { } module => new(UnitKind.Module, module.Name),
        _ => new(UnitKind.Hosts),
    };
}
