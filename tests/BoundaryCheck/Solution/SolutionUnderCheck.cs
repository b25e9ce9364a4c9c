namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>A solution: its root, its map, its projects.</summary>
/// <param name="Root">The folder that all places are relative to.</param>
/// <param name="MapFile">The map, an absolute path.</param>
/// <param name="Map">What the map says.</param>
/// <param name="Projects">Every project but those that no boundary speaks of.</param>
internal sealed record SolutionUnderCheck(string Root, string MapFile, SolutionMap Map, IReadOnlyList<Project> Projects)
{
    public string ModulesFolder => Path.GetDirectoryName(MapFile)!;

    /// <summary>The projects that rules speak of: all but the tests, which may see everything.</summary>
    public IEnumerable<Project> Judged => Projects.Where(project => project.Role != ProjectRole.Tests);

    /// <summary>A path as places show it.</summary>
    public string Relative(string path) => path.StartsWith("/_/", StringComparison.Ordinal) ? path["/_/".Length..] : Path.GetRelativePath(Root, path).Replace('\\', '/');

    public IEnumerable<Project> Of(MapModule module) => Projects.Where(project => project.Module == module);

    public Project? Find(string assembly) => Projects.FirstOrDefault(project => project.Name == assembly);
}
