using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>Answers the readers of a module's feed, whichever host of the module they ask.</summary>
public sealed class FeedSource
{
    private readonly NpgsqlDataSource database;
    private readonly FeedTable table;
    private readonly FeedPoll poll;
    private readonly FeedReaders readers;

    internal FeedSource(NpgsqlDataSource database, FeedTable table, FeedPoll poll, FeedReaders readers) =>
        (this.database, this.table, this.poll, this.readers) = (database, table, poll, readers);

    /// <summary>Reads the changes after a cursor, waiting for news when there are none, and notes how far the reader has come.</summary>
    /// <typeparam name="TRow">A row as Dapper makes it of <c>epoch</c>, <c>xid</c> as text, <c>position</c> and the table's columns.</typeparam>
    /// <typeparam name="TChange">A change.</typeparam>
    /// <param name="query">Cursor, size of the batch, longest wait and the reader's name.</param>
    /// <param name="toChange">Makes a change of a row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The next changes, none when the wait ended first, or that the cursor is gone.</returns>
    public async Task<FeedChanges<TChange>> ReadAsync<TRow, TChange>(
        ReadChanges query, Func<TRow, TChange> toChange, CancellationToken cancellationToken) where TChange : IFeedChange
    {
        var isNoted = false;
        var batch = await poll.WaitAsync(LookAsync, Bounded(query.Wait), cancellationToken);
        return new([.. batch.Changes.Select(toChange)], batch.IsGone);

        async Task<FeedBatch<TRow>> LookAsync(CancellationToken token)
        {
            var found = await LookAsync<TRow>(query, token);
            // Before the wait, which may be long, and never from a cursor that means nothing here.
            if (!isNoted && !found.IsGone) await readers.NoteAsync(query, token);
            isNoted = true;
            return found;
        }
    }

    /// <summary>Reads one row's present state, horizon or not.</summary>
    /// <typeparam name="TRow">A row, as in <see cref="ReadAsync"/>.</typeparam>
    /// <typeparam name="TChange">A change.</typeparam>
    /// <param name="id">The row's number.</param>
    /// <param name="toChange">Makes a change of a row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The change that would come next for this row; null when there never was such a row.</returns>
    public async Task<TChange?> ReadOneAsync<TRow, TChange>(long id, Func<TRow, TChange> toChange, CancellationToken cancellationToken)
        where TRow : class where TChange : class, IFeedChange
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(table.One, new { Id = id }, cancellationToken: cancellationToken));
        return row is null ? null : toChange(row);
    }

    /// <inheritdoc cref="FeedReaders.WaitUntilPassedAsync"/>
    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        readers.WaitUntilPassedAsync(position, Bounded(wait), cancellationToken);

    /// <summary>Tells how the feed stands and how far its readers have come.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status; counting the rows of a large feed takes a second per some millions.</returns>
    public async Task<FeedStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QuerySingleAsync<long>(new CommandDefinition(table.Count, cancellationToken: cancellationToken));
        var head = await HeadAsync(connection, cancellationToken);
        var statuses = new List<FeedReaderStatus>();
        foreach (var reader in await readers.ListAsync(cancellationToken))
        {
            var behind = await connection.QuerySingleAsync<long>(new CommandDefinition(
                table.CountBehind, reader.Applied.Columns(), cancellationToken: cancellationToken));
            statuses.Add(new(reader.ToString(), reader.Applied, behind, reader.LastSeen));
        }
        return new(rows, head, statuses);
    }

    internal async Task<FeedCursor> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var head = await connection.QuerySingleOrDefaultAsync<CursorRow>(new CommandDefinition(table.Head, cancellationToken: cancellationToken));
        return head?.ToCursor() ?? FeedCursor.Start;
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < ReadChanges.LongestWait ? wait : ReadChanges.LongestWait;

    private async Task<FeedBatch<TRow>> LookAsync<TRow>(ReadChanges query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new DynamicParameters(query.After.Columns());
        parameters.Add("Limit", Math.Clamp(query.Limit, 1, ReadChanges.LargestBatch));
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(table.Look, parameters, cancellationToken: cancellationToken));
        var isKnown = await results.ReadSingleAsync<bool>() || query.After == FeedCursor.Start;
        if (!isKnown) return new([], IsGone: true);
        var rows = (await results.ReadAsync<TRow>()).AsList();
        return new(rows, IsHeldBack: await results.ReadSingleAsync<bool>());
    }
}
