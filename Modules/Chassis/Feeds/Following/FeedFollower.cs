using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Brings what a module keeps of a feed up to date, step by step. Several hosts may do so at once.</summary>
internal sealed class FeedFollower<TChange>(
    NpgsqlDataSource database, FollowedFeed followed, IFeed<TChange> feed, IFeedTarget<TChange> target,
    CursorStore cursors, CursorHome home, FeedApplier<TChange> applier, FollowerMeter meter, TimeProvider clock)
    where TChange : class, IFeedChange
{
    // As many as a feed gives: whoever is far behind has fewer ways to go.
    private const int BatchSize = ReadChanges.LargestBatch;
    private const int TriesBeforeParking = 3;
    private const int LeftoversAtATime = 5_000;
    private static readonly TimeSpan ShortestLifeOfACursor = TimeSpan.FromSeconds(10);

    private FeedCursor failedAt;
    private int failures;
    private long? restarted;

    /// <summary>Asks for the next changes and applies them.</summary>
    /// <param name="longestWait">How long to wait for news when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What there was to do.</returns>
    public async Task<FeedStep> StepAsync(TimeSpan longestWait, CancellationToken cancellationToken)
    {
        var state = await cursors.ReadAsync(cancellationToken);
        if (state.ModelVersion > target.ModelVersion) return FeedStep.StoodBy;
        if (state.ModelVersion < target.ModelVersion) return await RestartAsync(state, cancellationToken) ? FeedStep.Restarted : FeedStep.Applied;

        var wait = state.Rebuilding ? TimeSpan.Zero : longestWait;
        var batch = await feed.ChangesAsync(new(state.Cursor, BatchSize, wait, followed.NotedAs, await home.FindAsync(cancellationToken)), cancellationToken);
        if (batch.Gone) return await StartAnewAsync(state, cancellationToken);
        FeedOrder.Check(followed, state, batch.Changes, BatchSize);
        if (batch.Changes.Count > 0) await ApplyAsync(state, batch.Changes, cancellationToken);
        if (state.Rebuilding && batch.Changes.Count < BatchSize) await FinishRebuildAsync(state.Generation, cancellationToken);
        return batch.Changes.Count > 0 || state.Rebuilding ? FeedStep.Applied : FeedStep.Waited;
    }

    /// <summary>Begins a rebuild: from the feed's start, while what is there goes on being found.</summary>
    /// <returns>False when another host has moved the cursor since.</returns>
    public async Task<bool> RestartAsync(FeedState state, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var start = new FeedState(FeedCursor.Start, state.Generation + 1, Rebuilding: true, target.ModelVersion, Rebuilt: 0);
        return await cursors.MoveAsync(connection, state, start, cancellationToken);
    }

    private async Task ApplyAsync(FeedState state, IReadOnlyList<TChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            var isTried = failedAt == state.Cursor && failures >= TriesBeforeParking;
            var applied = isTried
                ? await applier.ApplyOrParkAsync(state, changes, failures, cancellationToken)
                : await applier.ApplyAsync(state, changes, cancellationToken);
            if (applied) meter.Applied(changes.Count);
            failures = 0;
        }
        catch (Exception problem) when (Blame.IsOnTheChange(problem))
        {
            failures = failedAt == state.Cursor ? failures + 1 : 1;
            failedAt = state.Cursor;
            throw;
        }
    }

    private async Task<FeedStep> StartAnewAsync(FeedState state, CancellationToken cancellationToken)
    {
        if (state.Cursor == FeedCursor.Start) throw new InvalidDataException($"The feed of {followed.Feed} says that its own start is gone.");
        if (restarted is { } last && clock.GetElapsedTime(last) < ShortestLifeOfACursor)
            throw new InvalidDataException($"The feed of {followed.Feed} forgets the cursors that it hands out.");
        restarted = clock.GetTimestamp();
        return await RestartAsync(state, cancellationToken) ? FeedStep.Forgotten(state.Cursor) : FeedStep.Applied;
    }

    // In short transactions: a long one would hold back every feed of the cluster.
    private async Task FinishRebuildAsync(int generation, CancellationToken cancellationToken)
    {
        for (var isDone = false; !isDone;)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (!await cursors.HoldRebuildAsync(connection, generation, cancellationToken)) return;
            isDone = await target.DeleteLeftoversAsync(connection, generation, LeftoversAtATime, cancellationToken) < LeftoversAtATime;
            if (isDone) await cursors.FinishRebuildAsync(connection, generation, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
