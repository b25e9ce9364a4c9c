namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>One feed that a module of this host follows, as operators see it.</summary>
internal interface IFollowing
{
    FollowedFeed Followed { get; }

    Task<FeedState> StateAsync(CancellationToken cancellationToken);

    /// <summary>How the feed itself stands; asked of the module whose feed it is.</summary>
    Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken);

    /// <summary>Lists what was put aside, the first thousand, or the one with a number.</summary>
    Task<IReadOnlyList<ParkedChange>> ParkedAsync(long? id, CancellationToken cancellationToken);

    /// <summary>Applies the present state of a row that was put aside.</summary>
    Task<ReplayResult> ReplayAsync(ParkedChange change, CancellationToken cancellationToken);

    /// <summary>Begins a rebuild, whoever does it then.</summary>
    Task BeginRebuildAsync(CancellationToken cancellationToken);

    /// <summary>Helps with what there is to do, as one more host would.</summary>
    Task StepAsync(CancellationToken cancellationToken);
}

/// <summary>What became of a change that was tried again.</summary>
/// <param name="Outcome">Whether it is done.</param>
/// <param name="Problem">Why not, when it failed.</param>
internal sealed record ReplayResult(ReplayOutcome Outcome, string? Problem = null);

internal enum ReplayOutcome
{
    /// <summary>The row's present state is applied.</summary>
    Applied,

    /// <summary>A later state of the row has come meanwhile, and nothing was left to do.</summary>
    Superseded,

    /// <summary>It cannot be applied still, and stays aside.</summary>
    Failed,
}
