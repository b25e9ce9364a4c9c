using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>The files whose lines are counted: what people write and a compiler or a database reads.</summary>
internal static class CodeFiles
{
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase) { ".cs", ".cshtml", ".razor", ".sql" };

    public static bool Counts(string path) => Kinds.Contains(Path.GetExtension(path)) && !LeftOut.IsMade(path);

    /// <summary>The code files of a project, as they are now.</summary>
    public static IEnumerable<string> Of(Project project) => SolutionFiles.Below(project.Folder, "*.*").Where(file => Counts(Path.GetRelativePath(project.Folder, file)));

    public static int LinesOf(string file) => File.ReadLines(file).Count();
}
