namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>The files that people write, and not those that tools make of them.</summary>
internal static class SolutionFiles
{
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal) { "bin", "obj", "artifacts", "node_modules" };

    /// <summary>Every file of a kind below a folder.</summary>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(file => !IsMade(folder, file)).Order(StringComparer.Ordinal) : [];

    public static bool IsMade(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[..^1].Any(part => Made.Contains(part) || (part.StartsWith('.') && part is not "." and not ".."));
}
