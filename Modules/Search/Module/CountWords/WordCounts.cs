using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Search.FindThoughts;
using Npgsql;

namespace MyThoughts.Search.CountWords;

/// <summary>
/// Brings <c>search.frequency</c> up to date, a few thousand thoughts at a time, each counted once. Later deletions stay counted and thoughts
/// that arrive late do not get counted: the frequencies choose how to look, and a little more or less makes no difference to that.
/// </summary>
internal sealed class WordCounts([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database)
{
    /// <summary>Thoughts counted in one transaction.</summary>
    public const int AtATime = 8_192;

    // Below these a word is rare: it is found through the index whatever the table says.
    private const int LeastInPart = 2;
    private const int LeastInSegment = 32;

    // Another host that is at it has the row.
    private const string Begin = "SELECT below FROM search.counted FOR UPDATE SKIP LOCKED";

    private const string NextId = "SELECT min(id) FROM search.thought WHERE id >= @Below";

    private const string EndOfPart = "SELECT id + 1 FROM search.thought WHERE id >= @First ORDER BY id LIMIT 1 OFFSET @AtATime - 1";

    private const string IsBeyond = "SELECT EXISTS (SELECT FROM search.thought WHERE id >= @End)";

    // ts_stat takes a statement as text; what is put into it are two numbers.
    private const string Add = """
        INSERT INTO search.frequency (word, segment, thoughts)
        SELECT word, @Segment, ndoc
        FROM ts_stat(format('SELECT search.words(text) FROM search.thought WHERE id >= %s AND id < %s', @First::bigint, @End::bigint))
        WHERE ndoc >= @LeastInPart
        ON CONFLICT (word, segment) DO UPDATE SET thoughts = frequency.thoughts + excluded.thoughts
        """;

    private const string DropRare = "DELETE FROM search.frequency WHERE segment = @Segment AND thoughts < @LeastInSegment";

    private const string Finish = "UPDATE search.counted SET below = @End";

    /// <summary>Counts the words of the next thoughts, if there are enough of them.</summary>
    /// <returns>Whether there may be more to count at once.</returns>
    public async Task<bool> CountNextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await ReadAsync<long?>(Begin, null) is not { } below) return false;
        if (await ReadAsync<long?>(NextId, new { Below = below }) is not { } first) return false;
        var segment = Segments.Of(first);
        var endOfSegment = Segments.Ids(segment).Below;
        var end = Math.Min(await ReadAsync<long?>(EndOfPart, new { First = first, AtATime }) ?? long.MaxValue, endOfSegment);
        // The last part of a segment may be short; the newest part of all waits until it is long.
        if (end == endOfSegment && !await ReadAsync<bool>(IsBeyond, new { End = end })) return false;
        await ReadAsync<int>(Add, new { Segment = segment, First = first, End = end, LeastInPart });
        if (end == endOfSegment) await ReadAsync<int>(DropRare, new { Segment = segment, LeastInSegment });
        await ReadAsync<int>(Finish, new { End = end });
        await transaction.CommitAsync(cancellationToken);
        return true;

        Task<T?> ReadAsync<T>(string sql, object? values) =>
            connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
    }
}
