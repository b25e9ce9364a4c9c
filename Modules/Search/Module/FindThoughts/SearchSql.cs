namespace MyThoughts.Search.FindThoughts;

/// <summary>The statements that read <c>search.thought</c>.</summary>
internal static class SearchSql
{
    // A plan for these very values, or the trigram index would not be used: statements are prepared. And the plan that was chosen, not the
    // planner's own: it knows neither how often a text is there nor that what was common once may be dead. In one process: to start others
    // takes longer than any of this.
    private const string Limits = """
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = '1s';
        SET LOCAL max_parallel_workers_per_gather = 0;
        """;
    private const string Walking = $"{Limits}\nSET LOCAL enable_indexscan = on; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;\n";
    private const string Indexed = $"{Limits}\nSET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on;\n";

    /// <summary>Before what is not the text of thoughts: the planner may choose, whatever the statement before was bound to.</summary>
    public const string Unbound = "SET LOCAL enable_indexscan = on; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on;\n";

    private const string Table = "search.thought";
    private const string InWindow = "id >= @Oldest AND id < @Below";

    /// <summary>Which ids there are, and the last one of a peek in either direction; null where the peek saw all.</summary>
    public const string BehindPeek = $"""
        SELECT min(id) AS oldest, max(id) + 1 AS below,
            (SELECT id FROM {Table} WHERE {InWindow} ORDER BY id DESC OFFSET @Peek - 1 LIMIT 1) AS last_older,
            (SELECT id FROM {Table} WHERE {InWindow} ORDER BY id OFFSET @Peek - 1 LIMIT 1) AS last_newer
        FROM {Table}
        """;

    public static string SettingsFor(Way way) => way == Way.Index ? Indexed : Walking;

    public static string Select(SearchStep step, Direction direction, string conditions)
    {
        var order = direction == Direction.Older ? "ORDER BY id DESC" : "ORDER BY id";
        var from = step.Way == Way.Peek
            ? $"(SELECT id, username, text, posted_at FROM {Table} WHERE {InWindow} {order} LIMIT @Peek) AS thought"
            : Table;
        return $"""
            SELECT id, username, text, posted_at AS timestamp
            FROM {from}
            WHERE {InWindow}
            {(step.Segments is null ? "" : "AND (id >> 17) = ANY(@Segments)")}
            AND {conditions}
            {order}
            LIMIT @Count
            """;
    }

    public static string Among(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM unnest(@Ids, @Usernames, @Texts, @Times) AS thought (id, username, text, posted_at)
        WHERE {conditions}
        """;
}
