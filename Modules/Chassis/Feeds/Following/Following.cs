using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <inheritdoc cref="IFollowing"/>
internal sealed class Following<TChange>(
    NpgsqlDataSource database, FollowedFeed followed, IFeed<TChange> feed, CursorStore cursors, ParkedChanges parked,
    FeedApplier<TChange> applier, FeedFollower<TChange> follower) : IFollowing
    where TChange : class, IFeedChange
{
    public FollowedFeed Followed => followed;

    public Task<FeedState> StateAsync(CancellationToken cancellationToken) => cursors.ReadAsync(cancellationToken);

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => feed.FeedStatusAsync(cancellationToken);

    public Task<IReadOnlyList<ParkedChange>> ParkedAsync(long? id, CancellationToken cancellationToken) => parked.ListAsync(id, cancellationToken);

    public Task StepAsync(CancellationToken cancellationToken) => follower.StepAsync(TimeSpan.Zero, cancellationToken);

    public async Task BeginRebuildAsync(CancellationToken cancellationToken)
    {
        // Hosts that apply changes meanwhile move the cursor: then it is tried from where they left it.
        while (!await follower.RestartAsync(await cursors.ReadAsync(cancellationToken), cancellationToken)) { }
    }

    public async Task<ReplayResult> ReplayAsync(ParkedChange change, CancellationToken cancellationToken)
    {
        // The state is read before the row is taken. Whatever the feed brings in between takes it first, and this comes too late.
        var present = await feed.ChangeOfAsync(change.Id, cancellationToken);
        try
        {
            return await ApplyAsync(change, present, cancellationToken);
        }
        catch (Exception problem) when (Blame.IsOnTheChange(problem))
        {
            await parked.FailedAgainAsync(change, problem.Message, cancellationToken);
            return new(ReplayOutcome.Failed, problem.Message);
        }
    }

    private async Task<ReplayResult> ApplyAsync(ParkedChange change, TChange? present, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await parked.TakeAsync(connection, change, cancellationToken)) return new(ReplayOutcome.Superseded);
        if (present is not null)
        {
            var state = await cursors.ReadAsync(connection, cancellationToken);
            await applier.ApplyAsync(connection, [present], state.Generation, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return new(ReplayOutcome.Applied);
    }
}
