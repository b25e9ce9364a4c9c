using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Finds the assemblies that a project was compiled against: other projects, packages as the restore resolved them, the framework.</summary>
internal sealed class ReferenceFiles(SolutionUnderCheck solution)
{
    private readonly ConcurrentDictionary<string, MetadataReference> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> projects = solution.Projects.Where(project => project.Assembly is not null)
        .GroupBy(project => project.Name + ".dll").ToDictionary(group => group.Key, group => group.First().Assembly!);
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> packs = new(StringComparer.Ordinal);

    /// <returns>Those that were found, and the names of those that were not.</returns>
    public (IReadOnlyList<MetadataReference> Found, IReadOnlyList<string> Missing) Find(Project project, IReadOnlyList<string> names)
    {
        var packages = PackageFiles(project);
        var framework = packs.GetOrAdd(Path.GetFileName(Path.GetDirectoryName(project.Assembly!)!), FrameworkFiles);
        var found = new List<MetadataReference>();
        var missing = new List<string>();
        foreach (var name in names)
        {
            var path = projects.GetValueOrDefault(name) ?? packages.GetValueOrDefault(name) ?? framework.GetValueOrDefault(name) ?? Beside(project, name);
            if (path is null) missing.Add(name);
            else found.Add(opened.GetOrAdd(path, file => MetadataReference.CreateFromFile(file)));
        }
        return (found, missing);
    }

    private static string? Beside(Project project, string name) =>
        Path.Combine(Path.GetDirectoryName(project.Assembly!)!, name) is var file && File.Exists(file) ? file : null;

    private static Dictionary<string, string> PackageFiles(Project project)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var assets = Path.Combine(project.Folder, "obj", "project.assets.json");
        if (!File.Exists(assets)) return files;
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        foreach (var library in root.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
        {
            if (!library.Value.TryGetProperty("compile", out var compile) || !libraries.GetProperty(library.Name).TryGetProperty("path", out var path)) continue;
            foreach (var file in compile.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.Ordinal)))
                if (folders.Select(folder => Path.Combine(folder, path.GetString()!, file.Name)).FirstOrDefault(File.Exists) is { } existing)
                    files.TryAdd(Path.GetFileName(file.Name), existing);
        }
        return files;
    }

    // The reference packs of the SDK for a target framework, the newest of each.
    private static Dictionary<string, string> FrameworkFiles(string targetFramework)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var folder = Path.Combine(Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")), "packs");
        if (!Directory.Exists(folder)) return files;
        foreach (var pack in Directory.EnumerateDirectories(folder, "*.Ref").Order(StringComparer.Ordinal))
            if (Newest(pack, targetFramework) is { } newest)
                foreach (var file in Directory.EnumerateFiles(newest, "*.dll")) files[Path.GetFileName(file)] = file;
        return files;
    }

    private static string? Newest(string pack, string targetFramework) => Directory.EnumerateDirectories(pack)
        .Select(version => (Version: Version.TryParse(Path.GetFileName(version).Split('-')[0], out var parsed) ? parsed : new Version(), Folder: Path.Combine(version, "ref", targetFramework)))
        .Where(candidate => Directory.Exists(candidate.Folder)).OrderBy(candidate => candidate.Version).LastOrDefault().Folder;
}
