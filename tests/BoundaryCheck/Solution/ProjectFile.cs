using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>Reads a project: its file for the lines, and what the restore resolved for what really counts.</summary>
internal static class ProjectFile
{
    /// <exception cref="CheckFailedException">The file is no XML.</exception>
    public static Project Read(string root, string file, ProjectRole role, MapModule? module)
    {
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
        var xml = Parse(file, relative);
        var name = xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);
        var friends = xml.Descendants("InternalsVisibleTo").Where(item => item.Attribute("Include") is not null)
            .SelectMany(item => FriendNames(item.Attribute("Include")!.Value, name, file).Select(friend => new Friend(friend, PlaceOf(relative, item))));
        return new(name, file, role, module, [.. References(root, file, relative, xml)], [.. friends], BuiltAssembly.Find(root, file, name));
    }

    // "One;Two", "Signed, PublicKey=…", "$(AssemblyName).Tests"
    private static IEnumerable<string> FriendNames(string include, string assembly, string file) => include
        .Replace("$(AssemblyName)", assembly, StringComparison.OrdinalIgnoreCase)
        .Replace("$(MSBuildProjectName)", Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase)
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(friend => friend.Split(',')[0].Trim());

    // The restore knows what conditions, globs and imported files came to; the project file knows the line.
    private static IEnumerable<ProjectLink> References(string root, string file, string relative, XDocument xml)
    {
        var folder = Path.GetDirectoryName(file)!;
        var written = xml.Descendants("ProjectReference").Where(item => item.Attribute("Include") is not null).ToList();
        var listed = written.Where(item => !item.Attribute("Include")!.Value.Contains('*', StringComparison.Ordinal))
            .Select(item => new ProjectLink(
                Path.GetFullPath(Path.Combine(folder, item.Attribute("Include")!.Value.Replace('\\', '/'))),
                IsCode(item), PlaceOf(relative, item))).ToList();
        var resolved = ResolvedByRestore(folder).Where(path => listed.TrueForAll(link => link.File != path))
            .Select(path => new ProjectLink(path, IsCode: !written.Exists(item => !IsCode(item)), ImportedPlace(root, file, "ProjectReference", Path.GetFileName(path))));
        return listed.Concat(resolved);
    }

    private static bool IsCode(XElement item) =>
        !string.Equals(item.Attribute("ReferenceOutputAssembly")?.Value ?? item.Element("ReferenceOutputAssembly")?.Value, "false", StringComparison.OrdinalIgnoreCase);

    private static List<string> ResolvedByRestore(string folder)
    {
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        if (!File.Exists(assets)) return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        return !document.RootElement.TryGetProperty("project", out var project) ? [] :
        [
            .. project.GetProperty("restore").GetProperty("frameworks").EnumerateObject()
                .SelectMany(framework => framework.Value.TryGetProperty("projectReferences", out var references) ? references.EnumerateObject().Select(reference => reference.Name) : [])
                .Distinct(),
        ];
    }

    /// <summary>Where an item that no line of the project itself writes is written: in a file that MSBuild imports from a folder above it.</summary>
    internal static Place ImportedPlace(string root, string projectFile, string item, string name)
    {
        for (var above = Path.GetDirectoryName(projectFile)!; above.StartsWith(root, StringComparison.Ordinal); above = Path.GetDirectoryName(above)!)
            foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets" }.Select(imported => Path.Combine(above, imported)).Where(File.Exists))
            {
                var line = Array.FindIndex(File.ReadAllLines(file), line => line.Contains($"<{item} ", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
                if (line >= 0) return new(Path.GetRelativePath(root, file).Replace('\\', '/'), line + 1);
            }
        return new(Path.GetRelativePath(root, projectFile).Replace('\\', '/'), 1);
    }

    private static XDocument Parse(string file, string relative)
    {
        try
        {
            return XDocument.Load(file, LoadOptions.SetLineInfo);
        }
        catch (XmlException problem)
        {
            throw new CheckFailedException($"{relative} is no project file: {problem.Message} Nothing was checked.");
        }
    }

    private static Place PlaceOf(string relative, XElement item) => new(relative, ((IXmlLineInfo)item).LineNumber);
}
