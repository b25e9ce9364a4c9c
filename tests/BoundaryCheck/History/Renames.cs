namespace MyThoughts.BoundaryCheck.History;

/// <summary>Says what a path of long ago is called today. Feed it the commits from the newest to the oldest.</summary>
/// <param name="today">The paths that there are today.</param>
/// <param name="commits">All of them: a branch may have gone on with the old path after the move.</param>
internal sealed class Renames(IReadOnlySet<string> today, IReadOnlyList<LoggedCommit> commits)
{
    private readonly Dictionary<string, string> later = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ever = LastMoves(commits);
    private readonly Dictionary<string, string> folders = FolderMoves(commits);
    private readonly HashSet<string> foldersToday = [.. today.SelectMany(Above)];

    /// <summary>Today's paths of what a commit changed, in its order.</summary>
    public IReadOnlyList<string> Follow(LoggedCommit commit)
    {
        var paths = commit.Files.Select(file => PathToday(file.Path)).ToList();
        // All at once, so that two files may swap their names. Before the move its new path was another file's.
        foreach (var file in commit.Files.Where(file => file.Before is not null)) later.Remove(file.Path);
        for (var at = 0; at < paths.Count; at++)
            if (commit.Files[at].Before is { } before) later[before] = paths[at];
        return paths;
    }

    private string PathToday(string path)
    {
        if (later.TryGetValue(path, out var moved)) path = moved;
        for (var steps = 0; steps < 20 && !today.Contains(path) && ever.TryGetValue(path, out var next); steps++) path = next;
        return today.Contains(path) ? path : InMovedFolder(path);
    }

    // A file that was deleted before its folder moved away as a whole belongs to what the folder has become.
    private string InMovedFolder(string path)
    {
        for (var steps = 0; steps < 20; steps++)
        {
            var folder = Above(path).FirstOrDefault(folder => folders.ContainsKey(folder) && !foldersToday.Contains(folder));
            if (folder is null) return path;
            path = folders[folder] + path[folder.Length..];
        }
        return path;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1)) yield return path[..end];
    }

    private static Dictionary<string, string> LastMoves(IReadOnlyList<LoggedCommit> commits)
    {
        var moves = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in commits.SelectMany(commit => commit.Files).Where(file => file.Before is not null)) moves.TryAdd(file.Before!, file.Path);
        return moves;
    }

    // A folder has moved when a commit took at least two files out of it, most of them to the same other folder.
    private static Dictionary<string, string> FolderMoves(IReadOnlyList<LoggedCommit> commits)
    {
        var moves = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in commits.SelectMany(commit => commit.Files.Where(file => file.Before is not null).Select(FolderMove)).OfType<(string From, string To)>().GroupBy(move => move.From))
        {
            var to = folder.GroupBy(move => move.To).MaxBy(group => group.Count())!;
            // A step in a circle would never end.
            if (to.Count() > 1 && to.Count() * 2 > folder.Count() && !Leads(moves, to.Key, folder.Key)) moves[folder.Key] = to.Key;
        }
        return moves;
    }

    private static (string From, string To)? FolderMove(FileChange file)
    {
        var (from, to) = (file.Before!.Split('/'), file.Path.Split('/'));
        var same = 0;
        while (same < Math.Min(from.Length, to.Length) - 1 && from[^(same + 1)] == to[^(same + 1)]) same++;
        var (left, right) = (string.Join('/', from[..^same]), string.Join('/', to[..^same]));
        return same == 0 || left.Length == 0 || right.Length == 0 || right.StartsWith(left + "/", StringComparison.Ordinal) ? null : (left, right);
    }

    private static bool Leads(Dictionary<string, string> moves, string from, string to)
    {
        for (var at = from; ; at = moves[at])
        {
            if (at == to) return true;
            if (!moves.ContainsKey(at)) return false;
        }
    }
}
