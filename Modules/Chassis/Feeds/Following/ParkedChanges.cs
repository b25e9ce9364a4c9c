using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>
/// The changes that were put aside, in <c>&lt;schema&gt;.parked</c>. Only where they were and why: what the row held then is not
/// kept, or a thought that was deleted since would rise again.
/// </summary>
internal sealed class ParkedChanges(NpgsqlDataSource database, FollowedFeed followed)
{
    private const int LongestReason = 1_000;

    private readonly string list = $"""
        SELECT id, epoch, xid::text, position, reason, tries, parked_at AS ParkedAt
        FROM {followed.Schema}.parked
        WHERE feed = @Feed AND (@Id::bigint IS NULL OR id = @Id)
        ORDER BY id
        LIMIT 1000
        """;

    private readonly string count = $"SELECT count(*) FROM {followed.Schema}.parked WHERE feed = @Feed";

    private readonly string park = $"""
        INSERT INTO {followed.Schema}.parked (feed, id, epoch, xid, position, reason, tries)
        VALUES (@Feed, @Id, @Epoch, @Xid::xid8, @Position, @Reason, @Tries)
        ON CONFLICT (feed, id) DO UPDATE
        SET epoch = excluded.epoch, xid = excluded.xid, position = excluded.position,
            reason = excluded.reason, tries = excluded.tries, parked_at = excluded.parked_at
        """;

    private readonly string release = $"DELETE FROM {followed.Schema}.parked WHERE feed = @Feed AND id = ANY(@Ids)";

    private readonly string take = $"""
        DELETE FROM {followed.Schema}.parked
        WHERE feed = @Feed AND id = @Id AND (epoch, xid, position) = (@Epoch, @Xid::xid8, @Position)
        """;

    private readonly string failed = $"""
        UPDATE {followed.Schema}.parked SET tries = tries + 1, reason = @Reason
        WHERE feed = @Feed AND id = @Id AND (epoch, xid, position) = (@Epoch, @Xid::xid8, @Position)
        """;

    /// <summary>Lists the first thousand, or the one with a number.</summary>
    public async Task<IReadOnlyList<ParkedChange>> ListAsync(long? id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(list, new { followed.Feed, Id = id }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new ParkedChange(
            row.Id, new CursorRow(row.Epoch, row.Xid, row.Position).ToCursor(), row.Reason, row.Tries, row.ParkedAt))];
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<long>(new CommandDefinition(count, new { followed.Feed }, cancellationToken: cancellationToken));
    }

    public Task ParkAsync(NpgsqlConnection connection, long id, FeedCursor cursor, string reason, int tries, CancellationToken cancellationToken)
    {
        var place = cursor.Columns();
        return connection.ExecuteAsync(new CommandDefinition(
            park, new { followed.Feed, Id = id, place.Epoch, place.Xid, place.Position, Reason = Storable(reason), Tries = tries }, cancellationToken: cancellationToken));
    }

    /// <summary>Forgets the rows whose later state could be applied.</summary>
    public Task ReleaseAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(release, new { followed.Feed, Ids = ids }, cancellationToken: cancellationToken));

    /// <summary>Takes one back as it was listed; false when a later state of its row has come meanwhile.</summary>
    public async Task<bool> TakeAsync(NpgsqlConnection connection, ParkedChange change, CancellationToken cancellationToken)
    {
        var place = change.Cursor.Columns();
        return await connection.ExecuteAsync(new CommandDefinition(
            take, new { followed.Feed, change.Id, place.Epoch, place.Xid, place.Position }, cancellationToken: cancellationToken)) == 1;
    }

    public async Task FailedAgainAsync(ParkedChange change, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var place = change.Cursor.Columns();
        await connection.ExecuteAsync(new CommandDefinition(
            failed, new { followed.Feed, change.Id, place.Epoch, place.Xid, place.Position, Reason = Storable(reason) }, cancellationToken: cancellationToken));
    }

    // What was wrong may be a character that no text in the database can have.
    private static string Storable(string reason)
    {
        var clean = reason.Replace('\0', '\uFFFD');
        return clean.Length > LongestReason ? clean[..LongestReason] : clean;
    }

    private sealed record Row(long Id, long Epoch, string Xid, long Position, string Reason, int Tries, DateTime ParkedAt);
}
