using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The paths of Razor Pages: those that <c>@page</c> names, else the page's own place below <c>Pages</c>.</summary>
internal static partial class PagePaths
{
    public static IEnumerable<MappedPath> Of(SolutionUnderCheck solution, Project project) =>
        SolutionFiles.Below(Path.Combine(project.Folder, "Pages"), "*.cshtml").Select(file => Of(solution, project, file)).OfType<MappedPath>();

    private static MappedPath? Of(SolutionUnderCheck solution, Project project, string file)
    {
        var lines = File.ReadAllLines(file);
        var number = Array.FindIndex(lines, line => PageDirective().IsMatch(line));
        if (number < 0) return null;
        var template = PageDirective().Match(lines[number]).Groups["template"].Value;
        var path = template.StartsWith('/') ? template : template.StartsWith('~') ? template[1..] : $"{DefaultPath(project, file)}/{template}".TrimEnd('/');
        return new(project, solution.Relative(file), path.Length == 0 ? "/" : path, new(solution.Relative(file), number + 1));
    }

    private static string DefaultPath(Project project, string file)
    {
        var page = "/" + Path.ChangeExtension(Path.GetRelativePath(Path.Combine(project.Folder, "Pages"), file), null).Replace('\\', '/');
        return page.EndsWith("/Index", StringComparison.Ordinal) ? page[..^"/Index".Length] : page;
    }

    [GeneratedRegex("^\\s*@page(\\s+\"(?<template>[^\"]*)\")?\\s*$")]
    private static partial Regex PageDirective();
}
