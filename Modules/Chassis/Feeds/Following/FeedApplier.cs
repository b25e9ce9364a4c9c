using Microsoft.Extensions.Logging;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Applies a batch and moves the cursor in one transaction, so that each change takes effect exactly once.</summary>
internal sealed partial class FeedApplier<TChange>(
    NpgsqlDataSource database, FollowedFeed followed, CursorStore cursors, ParkedChanges parked, IFeedTarget<TChange> target, ILogger logger)
    where TChange : class, IFeedChange
{
    private const string OneChange = "one_change";

    /// <summary>Applies the whole batch; false when another host has moved the cursor since, and nothing was applied.</summary>
    public async Task<bool> ApplyAsync(FeedState state, IReadOnlyList<TChange> changes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await cursors.MoveAsync(connection, state, After(state, changes), cancellationToken)) return false;
        await ApplyAsync(connection, LastOfEachRow(changes), state.Generation, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The same one by one: what cannot be applied is put aside, with the reason, and the rest goes on.</summary>
    public async Task<bool> ApplyOrParkAsync(FeedState state, IReadOnlyList<TChange> changes, int tries, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await cursors.MoveAsync(connection, state, After(state, changes), cancellationToken)) return false;
        var putAside = new List<(TChange Change, Exception Problem)>();
        foreach (var change in LastOfEachRow(changes))
        {
            await transaction.SaveAsync(OneChange, cancellationToken);
            try
            {
                await ApplyAsync(connection, [change], state.Generation, cancellationToken);
            }
            catch (Exception problem) when (Blame.IsOnTheChange(problem))
            {
                await transaction.RollbackAsync(OneChange, cancellationToken);
                await parked.ParkAsync(connection, change.Id, change.Cursor, problem.Message, tries, cancellationToken);
                putAside.Add((change, problem));
            }
            await transaction.ReleaseAsync(OneChange, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        foreach (var (change, problem) in putAside) LogParked(followed.Reader, change.Id, followed.Feed, problem.Message);
        return true;
    }

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<TChange> changes, int generation, CancellationToken cancellationToken)
    {
        await target.ApplyAsync(connection, changes, generation, cancellationToken);
        await parked.ReleaseAsync(connection, [.. changes.Select(change => change.Id)], cancellationToken);
    }

    private static FeedState After(FeedState state, IReadOnlyList<TChange> changes) =>
        state with { Cursor = changes[^1].Cursor, Rebuilt = state.Rebuilding ? state.Rebuilt + changes.Count : state.Rebuilt };

    // The last word on a row counts, should a batch name it twice.
    private static List<TChange> LastOfEachRow(IReadOnlyList<TChange> changes) =>
        [.. changes.GroupBy(change => change.Id).Select(group => group.Last())];

    [LoggerMessage(LogLevel.Error, """
        {Reader} cannot apply change {Id} of the feed of {Feed} and has put it aside: {Problem}. See it with the verb `feed`, and try again with `feed replay`.
        """)]
    private partial void LogParked(string reader, long id, string feed, string problem);
}
