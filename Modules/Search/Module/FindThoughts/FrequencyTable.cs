using Dapper;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Reads <c>search.frequency</c>.</summary>
internal static class FrequencyTable
{
    private const string CountedBelow = "SELECT below FROM search.counted";

    private const string Counts = $"""
        {SearchSql.Unbound}
        SELECT wanted.key, frequency.segment, sum(frequency.thoughts)::bigint AS thoughts
        FROM unnest(@Keys, @Patterns) AS wanted (key, pattern)
        JOIN search.frequency ON frequency.word LIKE wanted.pattern
        WHERE frequency.segment BETWEEN @First AND @Last
        GROUP BY wanted.key, frequency.segment
        """;

    /// <summary>How often the rarest of the keys is in a window; null where there is no key.</summary>
    public static async Task<KeyFrequency?> RarestAsync(
        NpgsqlTransaction transaction, IReadOnlyList<Key> keys, Window window, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return null;
        var known = keys.Index().Where(key => key.Item.Patterns.All(pattern => pattern is not null)).ToList();
        if (known.Count == 0) return KeyFrequency.Unknown;
        var below = await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(CountedBelow, transaction: transaction, cancellationToken: cancellationToken));
        var counts = (await transaction.Connection!.QueryAsync<Count>(new CommandDefinition(
            Counts, Wanted(known, window), transaction, cancellationToken: cancellationToken))).ToLookup(count => count.Key);
        return known.Select(key => Frequency(key.Item, counts[key.Index], below)).MinBy(key => key.BySegment.Values.Sum());
    }

    private static object Wanted(List<(int Index, Key Item)> keys, Window window)
    {
        var texts = keys.SelectMany(key => key.Item.Patterns.Select(pattern => (Key: key.Index, Pattern: pattern!))).ToList();
        return new
        {
            Keys = texts.ConvertAll(text => text.Key),
            Patterns = texts.ConvertAll(text => text.Pattern),
            First = Segments.Of(window.Oldest),
            Last = Segments.Of(window.Below - 1),
        };
    }

    // Of several texts one is enough, so a segment has at most as many as all of them together: the sum that the database makes.
    private static KeyFrequency Frequency(Key key, IEnumerable<Count> counts, long below) =>
        new(counts.ToDictionary(count => count.Segment, count => count.Thoughts), below, key.IsWord);

    private sealed record Count(int Key, long Segment, long Thoughts);
}
