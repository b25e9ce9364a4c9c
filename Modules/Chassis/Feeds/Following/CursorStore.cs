using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>
/// The place of a module in a feed. The first statement of a change moves the cursor from where the caller read it: that locks its
/// row, and of several hosts at the same place only one finds it there.
/// </summary>
internal sealed class CursorStore(NpgsqlDataSource database, FollowedFeed followed)
{
    private readonly string read = $"""
        SELECT epoch, xid::text, position, generation, rebuilding, model_version, rebuilt
        FROM {followed.Schema}.cursor
        WHERE feed = @Feed
        """;

    private readonly string move = $"""
        UPDATE {followed.Schema}.cursor
        SET epoch = @Epoch, xid = @Xid::xid8, position = @Position,
            generation = @Generation, rebuilding = @Rebuilding, model_version = @ModelVersion, rebuilt = @Rebuilt
        WHERE feed = @Feed AND epoch = @OldEpoch AND xid = @OldXid::xid8 AND position = @OldPosition
            AND generation = @OldGeneration AND rebuilding = @OldRebuilding
        """;

    private readonly string hold = $"""
        SELECT true FROM {followed.Schema}.cursor WHERE feed = @Feed AND generation = @Generation AND rebuilding FOR UPDATE
        """;

    private readonly string finish = $"""
        UPDATE {followed.Schema}.cursor SET rebuilding = false WHERE feed = @Feed AND generation = @Generation
        """;

    public async Task<FeedState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, cancellationToken);
    }

    public async Task<FeedState> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleAsync<(long Epoch, string Xid, long Position, int Generation, bool Rebuilding, int ModelVersion, long Rebuilt)>(
            new CommandDefinition(read, new { followed.Feed }, cancellationToken: cancellationToken));
        return new(new CursorRow(row.Epoch, row.Xid, row.Position).ToCursor(), row.Generation, row.Rebuilding, row.ModelVersion, row.Rebuilt);
    }

    /// <summary>Moves from one state to another; false when another host has moved since.</summary>
    public async Task<bool> MoveAsync(NpgsqlConnection connection, FeedState old, FeedState next, CancellationToken cancellationToken)
    {
        var (from, to) = (old.Cursor.Columns(), next.Cursor.Columns());
        return await connection.ExecuteAsync(new CommandDefinition(move, new
        {
            followed.Feed, to.Epoch, to.Xid, to.Position, next.Generation, next.Rebuilding, next.ModelVersion, next.Rebuilt,
            OldEpoch = from.Epoch, OldXid = from.Xid, OldPosition = from.Position, OldGeneration = old.Generation, OldRebuilding = old.Rebuilding,
        }, cancellationToken: cancellationToken)) == 1;
    }

    /// <summary>Keeps other hosts from moving until the transaction ends; false when that rebuild is no longer the present one.</summary>
    public Task<bool> HoldRebuildAsync(NpgsqlConnection connection, int generation, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<bool>(new CommandDefinition(hold, new { followed.Feed, Generation = generation }, cancellationToken: cancellationToken));

    public Task FinishRebuildAsync(NpgsqlConnection connection, int generation, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(finish, new { followed.Feed, Generation = generation }, cancellationToken: cancellationToken));
}
