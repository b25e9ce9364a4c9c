using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>Reads the history of a solution from git.</summary>
internal static class GitHistory
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="solution">The solution.</param>
    /// <param name="program">The git to ask.</param>
    /// <param name="limit">How long each call may take; <see cref="Patience" /> unless told.</param>
    /// <returns>The history; without one, why there is none.</returns>
    public static ChangeHistory Read(SolutionUnderCheck solution, string program = "git", TimeSpan? limit = null)
    {
        try
        {
            return Read(solution, new Git(solution.Root, program, limit ?? Patience));
        }
        catch (GitFailedException problem)
        {
            return ChangeHistory.None(problem.Message);
        }
    }

    private static ChangeHistory Read(SolutionUnderCheck solution, Git git)
    {
        // Two lines and a third that is empty at the top of the repository.
        var about = git.Run("rev-parse", "--is-shallow-repository", "--show-toplevel", "--show-prefix").Split('\n');
        if (about[0] == "true") return ChangeHistory.None("the clone is shallow; `git fetch --unshallow` gets the rest");
        if (git.Run("rev-list", "--all", "--max-count=1").Length == 0) return ChangeHistory.None("the repository has no commit yet");
        var commits = GitLog.Read(git);
        var renames = new Renames(git.Run("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD").Split('\0').ToHashSet(StringComparer.Ordinal), commits);
        return Count(commits, renames, new(solution, about[2]), LeftOut.Listed(about[1]), FormattingOf(git, commits));
    }

    private static ChangeHistory Count(IReadOnlyList<LoggedCommit> commits, Renames renames, Units units, IReadOnlySet<string> listed, HashSet<string> formatting)
    {
        var counted = new List<CountedCommit>();
        foreach (var commit in commits)
        {
            // Those that are left out have moved files all the same.
            var paths = renames.Follow(commit);
            if (!listed.Contains(commit.Id) && !formatting.Contains(commit.Id) && CountedOf(commit, paths, units) is { } one) counted.Add(one);
        }
        return new(counted, commits.Count(commit => listed.Contains(commit.Id)), commits.Count(commit => formatting.Contains(commit.Id) && !listed.Contains(commit.Id)), []);
    }

    private static CountedCommit? CountedOf(LoggedCommit commit, IReadOnlyList<string> paths, Units units)
    {
        var changes = commit.Files.Zip(paths).Where(change => change.First.ChangesContent && !LeftOut.IsMade(change.Second))
            .Select(change => (File: change.First, Path: change.Second, Unit: units.Find(change.Second))).Where(change => change.Unit is not null).ToList();
        var chassis = changes.Where(change => change.Unit!.Kind == UnitKind.Chassis && CodeFiles.Counts(change.Path)).Aggregate(Lines.None, (sum, change) => sum + new Lines(change.File.Added, change.File.Removed));
        return changes.Count == 0 ? null : new(commit.Id, Month.Of(commit.At), changes.Select(change => change.Unit!).ToHashSet(), chassis);
    }

    // The second look is needed only when a commit is large enough to be one of them.
    private static HashSet<string> FormattingOf(Git git, IReadOnlyList<LoggedCommit> commits)
    {
        var large = commits.Where(commit => commit.Files.Count >= LeftOut.FormattedFiles).ToList();
        if (large.Count == 0) return [];
        var apartFromSpace = GitLog.LinesApartFromSpace(git);
        return [.. large.Where(commit => LeftOut.IsMassFormatting(commit, apartFromSpace.GetValueOrDefault(commit.Id))).Select(commit => commit.Id)];
    }
}
