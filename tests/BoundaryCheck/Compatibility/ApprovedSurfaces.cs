using MyThoughts.BoundaryCheck.Compatibility.Surfaces;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>The public surface of each contract, kept beside its project.</summary>
internal static class ApprovedSurfaces
{
    public const string FileName = "surface.approved.txt";

    private const string BreakMark = "// broken: ";

    public static ApprovedTexts Compare(SolutionUnderCheck solution)
    {
        var contracts = solution.Projects.Where(project => project.Role == ProjectRole.Contracts).ToList();
        var built = solution.Projects.Select(project => project.Assembly).OfType<string>().ToList();
        return new(
            [.. contracts.Where(project => project.Assembly is not null).AsParallel().AsOrdered().Select(project => Compare(solution, project, built))],
            [.. contracts.Where(project => project.Assembly is null).Select(project => new NotChecked(
                $"what changed in {project.Name}", "it is not built; build the solution first", [CompatibilityRules.Contract.Id]))]);
    }

    private static ApprovedText Compare(SolutionUnderCheck solution, Project project, IEnumerable<string> built)
    {
        var file = Path.Combine(project.Folder, FileName);
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        var current = $"// What others see of {project.Name}: a diff of this file is a change of the contract.\n// Written by the boundary check with --update-contracts.\n"
            + BuiltSurface.Read(project.Assembly!, built);
        var breaks = approved?.Split('\n').Where(line => line.StartsWith(BreakMark, StringComparison.Ordinal)).Select(line => line[BreakMark.Length..]).ToList() ?? [];
        var implementers = new Implementers(solution, project.Module);
        return new(project, CompatibilityRules.Contract, file, approved, current, approved is null || approved == With(current, breaks) ? [] : Changes(approved, current, implementers), breaks);
    }

    /// <summary>The text with the reasons of its breaks at its end.</summary>
    public static string With(string text, IEnumerable<string> breaks) => text + string.Concat(breaks.Select(reason => $"{BreakMark}{reason}\n"));

    private static IReadOnlyList<Change> Changes(string approved, string current, Implementers implementers) =>
        new SurfaceComparison(implementers.Find).Compare(SurfaceParser.Parse(approved), SurfaceParser.Parse(current)) is { Count: > 0 } changes
            ? changes : [Change.Addition(FileName, "written otherwise", 1)];
}
