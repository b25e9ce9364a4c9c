using System.Text.RegularExpressions;

namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>Finds the projects of a solution and what each is to the boundaries.</summary>
internal static partial class SolutionReader
{
    /// <param name="root">The folder of the solution.</param>
    /// <param name="mapFile">The module map; its folder holds the modules.</param>
    /// <exception cref="CheckFailedException">There is no map, or no project.</exception>
    public static SolutionUnderCheck Read(string root, string mapFile)
    {
        var map = SolutionMap.Read(mapFile);
        var modules = Path.GetDirectoryName(mapFile)!;
        var projects = WithReferenced(ProjectFiles(root), file => Classify(root, modules, map, file));
        if (projects.Count == 0) throw new CheckFailedException($"there is no project below {root}. Nothing was checked.");
        return new(root, mapFile, map, projects);
    }

    // What is referenced is built and deployed, whether the solution file lists it or not.
    private static List<Project> WithReferenced(IEnumerable<string> listed, Func<string, Project> classify)
    {
        var projects = new List<Project>();
        var seen = listed.ToHashSet(StringComparer.Ordinal);
        for (var next = new Queue<string>(seen); next.TryDequeue(out var file);)
        {
            var project = classify(file);
            projects.Add(project);
            foreach (var link in project.References.Where(link => File.Exists(link.File) && seen.Add(link.File))) next.Enqueue(link.File);
        }
        return projects;
    }

    private static Project Classify(string root, string modulesFolder, SolutionMap map, string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var module = map.Modules.FirstOrDefault(module => IsBelow(folder, Path.Combine(modulesFolder, module.Folder)));
        var role = module is not null ? RoleInModule(file) : IsBelow(folder, modulesFolder) ? ProjectRole.Chassis : IsTest(root, file) ? ProjectRole.Tests : ProjectRole.Host;
        return ProjectFile.Read(root, file, role, role == ProjectRole.Tests ? null : module);
    }

    private static ProjectRole RoleInModule(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.EndsWith(".Contracts", StringComparison.Ordinal) ? ProjectRole.Contracts
            : name.EndsWith(".Service", StringComparison.Ordinal) ? ProjectRole.Service
            : name.EndsWith(".Tests", StringComparison.Ordinal) ? ProjectRole.Tests
            : ProjectRole.Module;
    }

    private static bool IsTest(string root, string file) =>
        Path.GetFileNameWithoutExtension(file).EndsWith("Tests", StringComparison.Ordinal)
        || Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is "tests" or "test" or "benchmarks" or "samples";

    private static bool IsBelow(string folder, string parent) =>
        folder == parent || folder.StartsWith(parent + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // What the solution lists, when there is one: a project that nothing builds is nobody's.
    private static IEnumerable<string> ProjectFiles(string root) =>
        Directory.EnumerateFiles(root, "*.sln*").FirstOrDefault(file => Path.GetExtension(file) is ".sln" or ".slnx") is { } solution
            ? ListedProject().Matches(File.ReadAllText(solution)).Select(match => Path.GetFullPath(Path.Combine(root, match.Groups[1].Value.Replace('\\', '/')))).Where(File.Exists).Distinct().Order(StringComparer.Ordinal)
            : Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Where(file => !SolutionFiles.IsMade(root, file)).Order(StringComparer.Ordinal);

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ListedProject();
}
