using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FollowThoughts;

/// <summary>
/// Search's copy of the thoughts and its place in their feed, always changed together. The first statement of a change moves the
/// cursor from where the caller read it: that locks its row, and of several hosts at the same place only one finds it there.
/// </summary>
internal sealed class ReadModel([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database)
{
    private const string ReadState = """
        SELECT epoch, xid::text, position, generation, rebuilding
        FROM search.cursor
        WHERE feed = 'thoughts'
        """;

    private const string MoveCursor = """
        UPDATE search.cursor
        SET epoch = @Epoch, xid = @Xid::xid8, position = @Position, generation = @Generation, rebuilding = @Rebuilding
        WHERE feed = 'thoughts' AND epoch = @OldEpoch AND xid = @OldXid::xid8 AND position = @OldPosition
          AND generation = @OldGeneration AND rebuilding = @OldRebuilding
        """;

    private const string Upsert = """
        INSERT INTO search.thought (id, username, text, posted_at, generation)
        SELECT id, username, text, posted_at, @Generation
        FROM unnest(@Ids, @Usernames, @Texts, @Times) AS changed (id, username, text, posted_at)
        ON CONFLICT (id) DO UPDATE
        SET username = excluded.username, text = excluded.text, posted_at = excluded.posted_at, generation = excluded.generation
        """;

    private const string Delete = "DELETE FROM search.thought WHERE id = ANY(@Ids)";

    private const string DeleteLeftovers = "DELETE FROM search.thought WHERE generation < @Generation";

    public async Task<FeedState> StateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (epoch, xid, position, generation, rebuilding) = await connection.QuerySingleAsync<(long, string, long, int, bool)>(
            new CommandDefinition(ReadState, cancellationToken: cancellationToken));
        return new(new(epoch, ulong.Parse(xid, CultureInfo.InvariantCulture), position), generation, rebuilding);
    }

    /// <summary>Applies a batch that was read at a state.</summary>
    /// <param name="state">The state at which the batch was read.</param>
    /// <param name="changes">The batch, in cursor order.</param>
    /// <param name="caughtUp">Whether the feed had no more: then a rebuild is over, and what it did not see goes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when another host has moved the cursor since, and nothing was applied.</returns>
    public async Task<bool> ApplyAsync(
        FeedState state, IReadOnlyList<ThoughtChange> changes, bool caughtUp, CancellationToken cancellationToken)
    {
        var next = state with
        {
            Cursor = changes.Count > 0 ? changes[^1].Cursor : state.Cursor,
            Rebuilding = state.Rebuilding && !caughtUp,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await MoveAsync(connection, state, next, cancellationToken)) return false;

        await WriteAsync(connection, changes, state.Generation, cancellationToken);
        if (state.Rebuilding && caughtUp)
        {
            await connection.ExecuteAsync(
                new CommandDefinition(DeleteLeftovers, new { state.Generation }, cancellationToken: cancellationToken));
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Begins a rebuild: from the feed's start, while what is there goes on being found.</summary>
    /// <param name="state">The state at which the feed said that the cursor is gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when another host has moved the cursor since.</returns>
    public async Task<bool> RestartAsync(FeedState state, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await MoveAsync(connection, state, new(FeedCursor.Start, state.Generation + 1, Rebuilding: true), cancellationToken);
    }

    private static async Task<bool> MoveAsync(
        NpgsqlConnection connection, FeedState old, FeedState next, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            MoveCursor,
            new
            {
                next.Cursor.Epoch, Xid = Text(next.Cursor.Xid), next.Cursor.Position, next.Generation, next.Rebuilding,
                OldEpoch = old.Cursor.Epoch, OldXid = Text(old.Cursor.Xid), OldPosition = old.Cursor.Position,
                OldGeneration = old.Generation, OldRebuilding = old.Rebuilding,
            },
            cancellationToken: cancellationToken)) == 1;

    private static async Task WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<ThoughtChange> changes, int generation, CancellationToken cancellationToken)
    {
        // The last word on a thought counts, should a batch name it twice.
        var last = changes.GroupBy(change => change.Id).Select(group => group.Last()).ToList();
        Thought[] present = [.. last.Select(change => change.Thought).OfType<Thought>()];
        long[] deleted = [.. last.Where(change => change.Thought is null).Select(change => change.Id)];
        if (present.Length > 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(Upsert, Columns(present, generation), cancellationToken: cancellationToken));
        }
        if (deleted.Length > 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(Delete, new { Ids = deleted }, cancellationToken: cancellationToken));
        }
    }

    private static object Columns(Thought[] thoughts, int generation) => new
    {
        Generation = generation,
        Ids = Array.ConvertAll(thoughts, thought => thought.Id),
        Usernames = Array.ConvertAll(thoughts, thought => thought.Username),
        Texts = Array.ConvertAll(thoughts, thought => thought.Text),
        Times = Array.ConvertAll(thoughts, thought => thought.Timestamp),
    };

    private static string Text(ulong xid) => xid.ToString(CultureInfo.InvariantCulture);
}
