using System.Globalization;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>The commits of a repository, newest first, in one call of git.</summary>
internal static class GitLog
{
    // Everything is separated by NUL, so a path may hold anything. A commit follows each of its parents' other children,
    // a merge says nothing that its parents did not, and the limit lets git pair the files of a folder that moved.
    private static readonly string[] Log =
        ["-c", "diff.renameLimit=5000", "-c", "log.showSignature=false", "log", "-z", "--numstat", "-M", "--no-merges", "--topo-order", "--no-ext-diff", "--no-textconv", "--no-color", "--format=%x01%H %aI %s"];

    private static readonly string[] WithoutSpace = ["-w", "--ignore-blank-lines"];

    public static IReadOnlyList<LoggedCommit> Read(Git git) => Parse(git.Run(Log));

    /// <summary>The lines that each commit changed apart from white space and blank lines.</summary>
    public static IReadOnlyDictionary<string, int> LinesApartFromSpace(Git git) =>
        Parse(git.Run([.. Log, .. WithoutSpace])).ToDictionary(commit => commit.Id, commit => commit.Files.Sum(file => file.Lines));

    /// <summary>Reads what git wrote: a header for each commit, then its files, each as counts and a path, or counts and two paths.</summary>
    public static IReadOnlyList<LoggedCommit> Parse(string output)
    {
        var commits = new List<LoggedCommit>();
        var files = new List<FileChange>();
        var parts = output.Split('\0');
        for (var at = 0; at < parts.Length; at++)
        {
            var part = parts[at].TrimStart('\n');
            if (part.StartsWith('\u0001')) commits.Add(Header(part[1..], files = []));
            else if (part.Split('\t', 3) is [var added, var removed, var path]) files.Add(path.Length > 0 ? Change(added, removed, path, null) : Change(added, removed, parts[at + 2], parts[(at += 2) - 1]));
        }
        return commits;
    }

    private static LoggedCommit Header(string header, List<FileChange> files)
    {
        var parts = header.Split(' ', 3);
        return new(parts[0], DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], files);
    }

    private static FileChange Change(string added, string removed, string path, string? before) => added == "-"
        ? new(path, before, 0, 0, IsBinary: true)
        : new(path, before, int.Parse(added, CultureInfo.InvariantCulture), int.Parse(removed, CultureInfo.InvariantCulture), IsBinary: false);
}
