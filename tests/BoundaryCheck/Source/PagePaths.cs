using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The paths of Razor Pages: those that <c>@page</c> names, else the page's own place below <c>Pages</c>.</summary>
internal static partial class PagePaths
{
    public static IEnumerable<MappedPath> Of(SolutionUnderCheck solution, Project project) =>
        Roots(project).SelectMany(root => SolutionFiles.Below(root.Folder, "*.cshtml").Select(file => Of(solution, project, root.Folder, root.Prefix, file))).OfType<MappedPath>();

    // Each area has pages of its own, below its name.
    private static IEnumerable<(string Folder, string Prefix)> Roots(Project project) =>
    [
        (Path.Combine(project.Folder, "Pages"), ""),
        .. Path.Combine(project.Folder, "Areas") is var areas && Directory.Exists(areas)
            ? Directory.EnumerateDirectories(areas).Order(StringComparer.Ordinal).Select(area => (Path.Combine(area, "Pages"), $"/{Path.GetFileName(area)}")) : [],
    ];

    private static MappedPath? Of(SolutionUnderCheck solution, Project project, string root, string prefix, string file)
    {
        var lines = File.ReadAllLines(file);
        var number = Array.FindIndex(lines, line => PageDirective().IsMatch(line));
        if (number < 0) return null;
        var template = PageDirective().Match(lines[number]).Groups["template"].Value;
        var path = template.StartsWith('/') ? template : template.StartsWith('~') ? template[1..] : $"{prefix}{DefaultPath(root, file)}/{template}".TrimEnd('/');
        return new(project, solution.Relative(file), path.Length == 0 ? "/" : path, new(solution.Relative(file), number + 1));
    }

    private static string DefaultPath(string root, string file)
    {
        var page = "/" + Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/');
        return page.EndsWith("/Index", StringComparison.Ordinal) ? page[..^"/Index".Length] : page;
    }

    [GeneratedRegex("^\\s*@page(\\s+\"(?<template>[^\"]*)\")?\\s*$")]
    private static partial Regex PageDirective();
}
