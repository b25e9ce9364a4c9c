using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Matches among the next <see cref="ThoughtTable.PartSize"/> thoughts, and where those end: null at the end of the table.</summary>
internal sealed record PartOfTable(IReadOnlyList<Thought> Thoughts, long? OldestLookedAt);

/// <summary>Reads <c>search.thought</c>.</summary>
internal sealed class ThoughtTable([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database)
{
    public const int PartSize = 20_000;

    // A plan for these very values, or absent filters would cost and the trigram index would not be used: statements are prepared.
    // And a time limit: one or two letters, or signs alone, have no trigrams, and looking for rare ones reads the whole table.
    internal const string Bounds = """
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = '2s';
        """;

    private const string Filters = """
        (@Pattern::text IS NULL OR text ILIKE @Pattern)
          AND (@From::text IS NULL OR lower(username) = lower(normalize(@From, NFC)))
          AND (@After::timestamptz IS NULL OR posted_at >= @After)
          AND (@Before::timestamptz IS NULL OR posted_at < @Before)
        """;

    internal const string OlderThan = $"""
        {Bounds}
        SELECT id, username, text, posted_at AS timestamp
        FROM search.thought
        WHERE id < @Id AND {Filters}
        ORDER BY id DESC
        LIMIT @Count
        """;

    private const string NewerThan = $"""
        {Bounds}
        SELECT id, username, text, posted_at AS timestamp
        FROM search.thought
        WHERE id > @Id AND {Filters}
        ORDER BY id
        LIMIT @Count
        """;

    private const string InPart = $"""
        {Bounds}
        SELECT id, username, text, posted_at AS timestamp
        FROM (SELECT id, username, text, posted_at FROM search.thought WHERE id < @Id ORDER BY id DESC LIMIT @PartSize) AS part
        WHERE {Filters}
        ORDER BY id DESC
        LIMIT @Count
        """;

    private const string EndOfPart = """
        SELECT id FROM search.thought WHERE id < @Id ORDER BY id DESC OFFSET @PartSize - 1 LIMIT 1
        """;

    public Task<IReadOnlyList<Thought>> OlderThanAsync(long id, SearchQuery query, int count, CancellationToken cancellationToken) =>
        ReadAsync(OlderThan, id, query, count, cancellationToken);

    public Task<IReadOnlyList<Thought>> NewerThanAsync(long id, SearchQuery query, int count, CancellationToken cancellationToken) =>
        ReadAsync(NewerThan, id, query, count, cancellationToken);

    public async Task<PartOfTable> PartOlderThanAsync(long id, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var thoughts = await ReadAsync(InPart, id, query, count, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var end = await connection.QuerySingleOrDefaultAsync<long?>(
            new CommandDefinition(EndOfPart, new { Id = id, PartSize }, cancellationToken: cancellationToken));
        return new(thoughts, end);
    }

    private async Task<IReadOnlyList<Thought>> ReadAsync(
        string sql, long id, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var thoughts = await connection.QueryAsync<Thought>(new CommandDefinition(
            sql,
            new { Id = id, Pattern = LikePattern.Containing(query.Text), query.From, query.After, query.Before, Count = count, PartSize },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return thoughts.AsList();
    }
}
