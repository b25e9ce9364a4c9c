using Dapper;
using MyThoughts.Search.Language;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// Which ids a date leaves. Ids and times go together but for clocks that disagree, so the id at the date is only the beginning: what is
/// beyond it and yet on the right side of the date is found by the index that knows both for every stretch of the table.
/// </summary>
internal static class DateBounds
{
    private const string NewestBefore = "SELECT id FROM search.thought WHERE posted_at < @Time ORDER BY posted_at DESC, id DESC LIMIT 1";
    private const string OldestSince = "SELECT id FROM search.thought WHERE posted_at >= @Time ORDER BY posted_at, id LIMIT 1";
    private const string ByStretch = "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = on; ";
    private const string LastBefore = $"{ByStretch}SELECT max(id) FROM search.thought WHERE id >= @Id AND posted_at < @Time";
    private const string FirstSince = $"{ByStretch}SELECT min(id) FROM search.thought WHERE id <= @Id AND posted_at >= @Time";

    /// <summary>The part of a window in which everything is that the dates of a query leave.</summary>
    public static async Task<Window> NarrowAsync(NpgsqlTransaction transaction, SearchQuery query, Window window, CancellationToken cancellationToken)
    {
        foreach (var term in query.Conditions.Where(any => any.Count == 1).Select(any => any[0]))
        {
            if (term is Term.Before before)
                window = window.Within(new(0, await BoundAsync(NewestBefore, LastBefore, before.Time) is { } last ? last + 1 : 0));
            if (term is Term.Since since)
                window = window.Within(new(await BoundAsync(OldestSince, FirstSince, since.Time) ?? long.MaxValue, long.MaxValue));
        }
        return window;

        async Task<long?> BoundAsync(string nearest, string exact, DateTime time) =>
            await ReadAsync($"{SearchSql.Unbound}{nearest}", new { Time = time }) is { } id ? await ReadAsync(exact, new { Id = id, Time = time }) : null;

        Task<long?> ReadAsync(string sql, object values) => transaction.Connection!.ExecuteScalarAsync<long?>(
            new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
    }
}
