using System.Collections.Concurrent;
using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// Who follows a module's feed, and how far each has come, in <c>&lt;schema&gt;.reader</c>. The map says who should; whoever else
/// comes counts from then on. A cursor here only rises: a reader that rebuilds has applied what it had applied.
/// </summary>
public sealed class FeedReaders
{
    private const int LongestName = 50;
    private const int MostReaders = 100;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LastLook = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource database;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<string> expected;
    private readonly string note;
    private readonly string list;
    private readonly ConcurrentDictionary<string, (FeedCursor Cursor, long At)> noted = new();

    internal FeedReaders(NpgsqlDataSource database, string schema, IReadOnlyList<string> expected, TimeProvider clock)
    {
        (this.database, this.expected, this.clock) = (database, expected, clock);
        // Three statements and no upsert: one that changes nothing would still take a transaction id, at every poll.
        note = $"""
            UPDATE {schema}.reader SET epoch = @Epoch, xid = @Xid::xid8, position = @Position, seen_at = now()
            WHERE name = @Name AND (epoch, xid, position) < (@Epoch, @Xid::xid8, @Position);
            UPDATE {schema}.reader SET seen_at = now() WHERE name = @Name AND seen_at < now() - interval '9 seconds';
            INSERT INTO {schema}.reader (name, epoch, xid, position)
            SELECT @Name, @Epoch, @Xid::xid8, @Position
            WHERE NOT EXISTS (SELECT FROM {schema}.reader WHERE name = @Name) AND (SELECT count(*) FROM {schema}.reader) < {MostReaders}
            ON CONFLICT (name) DO NOTHING;
            """;
        list = $"SELECT name, epoch, xid::text, position, seen_at AS SeenAt FROM {schema}.reader";
    }

    /// <summary>Waits until every reader has passed a change.</summary>
    /// <param name="position">The change's place in the feed.</param>
    /// <param name="wait">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>Names of the readers that have not passed it when the wait ends; empty when all have.</returns>
    public async Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (var pause = FirstLook; ; pause = pause * 2 < LastLook ? pause * 2 : LastLook)
        {
            var behind = (await ListAsync(cancellationToken)).Where(reader => reader.Applied < position).Select(reader => reader.Name).Distinct().ToList();
            if (behind.Count == 0 || clock.GetElapsedTime(start) + pause > wait) return behind;
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    internal async Task NoteAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        // Somebody who only looks has no name, and a nameless reader is waited for by nobody.
        if (query.Reader.Length == 0) return;
        await NoteAsync(query.Reader, query.After, cancellationToken);
        if (query.Home.Length > 0) await NoteAsync(KnownReader.RowOf(query.Reader, query.Home), query.After, cancellationToken);
    }

    internal async Task<IReadOnlyList<KnownReader>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ReaderRow>(new CommandDefinition(list, cancellationToken: cancellationToken));
        var came = rows.Select(row => KnownReader.OfRow(row.Name, new CursorRow(row.Epoch, row.Xid, row.Position).ToCursor(), row.SeenAt)).ToList();
        var missing = expected.Where(name => !came.Exists(reader => reader.Name == name)).Select(name => new KnownReader(name, "", FeedCursor.Start, null));
        return [.. came.GroupBy(reader => reader.Name).SelectMany(KnownReader.InUse).Concat(missing).OrderBy(reader => reader.ToString(), StringComparer.Ordinal)];
    }

    private async Task NoteAsync(string name, FeedCursor applied, CancellationToken cancellationToken)
    {
        if (name.Length > LongestName || IsNoted(name, applied)) return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = applied.Columns();
        await connection.ExecuteAsync(new CommandDefinition(
            note, new { Name = name, row.Epoch, row.Xid, row.Position }, cancellationToken: cancellationToken));
        if (noted.Count < MostReaders) noted[name] = (applied, clock.GetTimestamp());
    }

    // Another host may know better, but never worse: what this one wrote last is there.
    private bool IsNoted(string name, FeedCursor applied) =>
        noted.TryGetValue(name, out var last) && applied <= last.Cursor && clock.GetElapsedTime(last.At) < Fresh;

    private sealed record ReaderRow(string Name, long Epoch, string Xid, long Position, DateTime SeenAt);
}
