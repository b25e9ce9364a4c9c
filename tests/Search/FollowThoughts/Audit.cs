using Dapper;
using MyThoughts.Chassis.Feeds;
using Npgsql;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>
/// Writes down, in the transactions of the readers themselves, each row that search writes and each move of its cursor: what a reader
/// that was killed did not commit is not there.
/// </summary>
internal sealed class Audit(string administrator)
{
    private const string Install = """
        CREATE SCHEMA audit;
        CREATE TABLE audit.applied (
            xid xid8 NOT NULL DEFAULT pg_current_xact_id(), id bigint NOT NULL, text text);
        CREATE TABLE audit.moved (
            number bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
            from_epoch bigint NOT NULL, from_xid xid8 NOT NULL, from_position bigint NOT NULL,
            to_epoch bigint NOT NULL, to_xid xid8 NOT NULL, to_position bigint NOT NULL);
        CREATE FUNCTION audit.note_applied() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN INSERT INTO audit.applied (id, text) VALUES (coalesce(NEW.id, OLD.id), NEW.text); RETURN NULL; END $$;
        CREATE FUNCTION audit.note_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                INSERT INTO audit.moved (from_epoch, from_xid, from_position, to_epoch, to_xid, to_position)
                VALUES (OLD.epoch, OLD.xid, OLD.position, NEW.epoch, NEW.xid, NEW.position);
                RETURN NULL;
            END $$;
        CREATE TRIGGER note_applied AFTER INSERT OR UPDATE OR DELETE ON search.thought FOR EACH ROW EXECUTE FUNCTION audit.note_applied();
        CREATE TRIGGER note_moved AFTER UPDATE ON search.cursor FOR EACH ROW WHEN (OLD.feed = 'thoughts') EXECUTE FUNCTION audit.note_moved();
        """;

    private const string Remove = "DROP SCHEMA audit CASCADE";

    private const string Moves = """
        SELECT xid::text, from_epoch, from_xid::text, from_position, to_epoch, to_xid::text, to_position FROM audit.moved ORDER BY number
        """;

    public Task InstallAsync() => ExecuteAsync(Install);

    public Task RemoveAsync() => ExecuteAsync(Remove);

    public async Task<FeedCursor> CursorAsync()
    {
        await using var connection = new NpgsqlConnection(administrator);
        var (epoch, xid, position) = await connection.QuerySingleAsync<(long, string, long)>("SELECT epoch, xid::text, position FROM search.cursor WHERE feed = 'thoughts'");
        return FeedCursor.Read(epoch, xid, position);
    }

    public async Task<IReadOnlyList<Move>> MovesAsync()
    {
        await using var connection = new NpgsqlConnection(administrator);
        var applied = (await connection.QueryAsync<(string Xid, long Id, string? Text)>("SELECT xid::text, id, text FROM audit.applied")).ToLookup(row => row.Xid);
        var moves = await connection.QueryAsync<(string Xid, long, string, long, long, string, long)>(Moves);
        return [.. moves.Select(move => new Move(
            FeedCursor.Read(move.Item2, move.Item3, move.Item4), FeedCursor.Read(move.Item5, move.Item6, move.Item7),
            [.. applied[move.Xid].Select(row => (row.Id, row.Text))]))];
    }

    public async Task<Dictionary<long, string>> FoundAsync()
    {
        await using var connection = new NpgsqlConnection(administrator);
        return (await connection.QueryAsync<(long Id, string Text)>("SELECT id, text FROM search.thought WHERE username = 'writer'")).ToDictionary(row => row.Id, row => row.Text);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>One transaction of a reader: from where to where its cursor moved, and the rows that were written.</summary>
    internal sealed record Move(FeedCursor From, FeedCursor To, IReadOnlyList<(long Id, string? Text)> Rows);
}
