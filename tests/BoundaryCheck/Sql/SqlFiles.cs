using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Reads the SQL files of projects.</summary>
internal static class SqlFiles
{
    private const string Ending = ".sql";

    /// <summary>Every SQL file below a project's folder; one below two belongs to the project that is nearer.</summary>
    public static IEnumerable<Text> Read(SolutionUnderCheck solution) => solution.Projects
        .Where(project => project.Role != ProjectRole.Tests)
        .SelectMany(project => SolutionFiles.Below(project.Folder, "*" + Ending).Select(file => (project, file)))
        .GroupBy(found => found.file)
        .Select(found => found.MaxBy(each => each.project.Folder.Length))
        .Select(found => new Text(found.project, solution.Relative(found.file), new(solution.Relative(found.file), 1), File.ReadAllText(found.file), LinesMatchSource: true));

    /// <summary>Whether a text is such a file.</summary>
    public static bool IsFile(Text text) => text.Place.File.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
