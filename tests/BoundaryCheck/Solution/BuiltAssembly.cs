namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>Finds what the last build made of a project.</summary>
internal static class BuiltAssembly
{
    /// <returns>The newest assembly of that name below <c>bin</c>, or below the <c>artifacts</c> folder of the solution; null when there is none.</returns>
    public static string? Find(string root, string projectFile, string name) =>
        new[] { Path.Combine(Path.GetDirectoryName(projectFile)!, "bin"), Path.Combine(root, "artifacts", "bin", Path.GetFileNameWithoutExtension(projectFile)) }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, name + ".dll", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}publish{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .MaxBy(File.GetLastWriteTimeUtc);
}
