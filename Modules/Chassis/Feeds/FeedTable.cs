namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// A table that is a feed: it has the columns <c>id</c>, <c>epoch</c>, <c>xid</c> and <c>position</c> and an index on the last
/// three, and its schema has <c>epoch</c>, <c>current_epoch()</c> and <c>reader</c>. All parts are constants of the module.
/// </summary>
/// <param name="schema">The module's schema.</param>
/// <param name="table">The table in it.</param>
/// <param name="columns">What a change says of a row beside its place: a list as in SELECT, of which the first is <c>id</c>.</param>
public sealed class FeedTable(string schema, string table, string columns)
{
    private const string Behind = "(epoch, xid, position) > (@Epoch, @Xid::xid8, @Position)";

    internal string Schema => schema;

    // The horizon is the oldest transaction still open: below it nothing more can appear, so a reader that has passed a row has
    // passed all that come before it. Rows above it are held back, not skipped. Comparing whole rows lets the index find both ends.
    // Unqualified, xid in ORDER BY would be the text of the output column, and 10 would come before 9.
    internal string Look { get; } = $"""
        SELECT EXISTS (SELECT FROM {schema}.epoch WHERE number = @Epoch)
            AND (@Epoch < {schema}.current_epoch() OR @Xid::xid8 < pg_snapshot_xmax(pg_current_snapshot()));

        SELECT epoch, xid::text, position, {columns}
        FROM {schema}.{table}
        WHERE {Behind}
            AND (epoch, xid) < ({schema}.current_epoch(), pg_snapshot_xmin(pg_current_snapshot()))
        ORDER BY {table}.epoch, {table}.xid, {table}.position
        LIMIT @Limit;

        SELECT EXISTS (SELECT FROM {schema}.{table} WHERE {Behind});
        """;

    internal string One { get; } = $"SELECT epoch, xid::text, position, {columns} FROM {schema}.{table} WHERE id = @Id";

    internal string Head { get; } = $"""
        SELECT epoch, xid::text, position
        FROM {schema}.{table}
        ORDER BY {table}.epoch DESC, {table}.xid DESC, {table}.position DESC
        LIMIT 1
        """;

    internal string Count { get; } = $"SELECT count(*) FROM {schema}.{table}";

    internal string CountBehind { get; } = $"""
        SELECT count(*) FROM (SELECT FROM {schema}.{table} WHERE {Behind} LIMIT 10000) AS behind
        """;
}
