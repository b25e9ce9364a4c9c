namespace MyThoughts.BoundaryCheck.History;

/// <summary>What says nothing about how modules change: files that tools write, and commits that only move white space.</summary>
internal static class LeftOut
{
    /// <summary>The file that lists commits for <c>git blame</c>, and for us, to pass over.</summary>
    public const string ListFile = ".git-blame-ignore-revs";

    /// <summary>A commit is one of mass formatting when it touches at least so many files…</summary>
    public const int FormattedFiles = 10;

    /// <summary>…and at least so much of what it changed is white space and blank lines.</summary>
    public const double FormattedShare = 0.9;

    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "artifacts", "node_modules" };

    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
        { "packages.lock.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb" };

    private static readonly string[] MadeEndings = [".g.cs", ".g.i.cs", ".generated.cs", ".designer.cs", ".min.js", ".min.css"];

    public static bool IsMade(string path)
    {
        var parts = path.Split('/');
        return parts[..^1].Any(Folders.Contains) || Locks.Contains(parts[^1]) || MadeEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="commit">The commit.</param>
    /// <param name="apartFromSpace">How many lines it changed apart from white space.</param>
    public static bool IsMassFormatting(LoggedCommit commit, int apartFromSpace)
    {
        var lines = commit.Files.Sum(file => file.Lines);
        return lines > 0 && commit.Files.Count(file => file.Lines > 0) >= FormattedFiles && apartFromSpace <= lines * (1 - FormattedShare);
    }

    /// <summary>The commits that the repository lists: one id a line, and remarks after a #.</summary>
    public static IReadOnlySet<string> Listed(string repository)
    {
        var file = Path.Combine(repository, ListFile);
        return File.Exists(file)
            ? File.ReadLines(file).Select(line => line.Split('#')[0].Trim()).Where(id => id.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : new HashSet<string>();
    }
}
