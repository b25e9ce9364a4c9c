using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Matches among the next <see cref="ThoughtTable.PartSize"/> thoughts, and where those end: null at the end of the table.</summary>
internal sealed record PartOfTable(IReadOnlyList<Thought> Thoughts, long? OldestLookedAt);

/// <summary>Reads <c>search.thought</c>.</summary>
internal sealed class ThoughtTable([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database)
{
    public const int PartSize = 20_000;

    // A plan for these very values, or the trigram index would not be used: statements are prepared.
    // And a time limit: one or two letters, or signs alone, have no trigrams, and looking for rare ones reads the whole table.
    private const string Bounds = """
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = '2s';
        """;

    private const string EndOfPart = """
        SELECT id FROM search.thought WHERE id < @Below ORDER BY id DESC OFFSET @PartSize - 1 LIMIT 1
        """;

    /// <summary>The newest matches in a window, newest first.</summary>
    public Task<IReadOnlyList<Thought>> OlderAsync(Window window, SearchQuery query, int count, CancellationToken cancellationToken) =>
        ReadAsync(Older, window, query, count, cancellationToken);

    /// <summary>The oldest matches in a window, oldest first.</summary>
    public Task<IReadOnlyList<Thought>> NewerAsync(Window window, SearchQuery query, int count, CancellationToken cancellationToken) =>
        ReadAsync(Newer, window, query, count, cancellationToken);

    /// <summary>Those that match of the window's newest thoughts, for when to look through all of it takes too long.</summary>
    public async Task<PartOfTable> PartAsync(Window window, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var thoughts = await ReadAsync(InPart, window, query, count, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var end = await connection.QuerySingleOrDefaultAsync<long?>(
            new CommandDefinition(EndOfPart, new { window.Below, PartSize }, cancellationToken: cancellationToken));
        return new(thoughts, end);
    }

    /// <summary>Those that match of thoughts that the table may not have. The database decides, so the answer is the one it will give when it has them.</summary>
    public async Task<IReadOnlyList<Thought>> AmongAsync(IReadOnlyList<Thought> thoughts, SearchQuery query, CancellationToken cancellationToken)
    {
        if (thoughts.Count == 0) return [];
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new
        {
            Ids = thoughts.Select(thought => thought.Id).ToArray(),
            Usernames = thoughts.Select(thought => thought.Username).ToArray(),
            Texts = thoughts.Select(thought => thought.Text).ToArray(),
            Times = thoughts.Select(thought => thought.Timestamp).ToArray(),
        });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Thought>(Command(Among(conditions.Sql), conditions.Values, null, cancellationToken))).AsList();
    }

    internal static string Older(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM search.thought
        WHERE id >= @Oldest AND id < @Below
        AND {conditions}
        ORDER BY id DESC
        LIMIT @Count
        """;

    private static string Newer(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM search.thought
        WHERE id >= @Oldest AND id < @Below
        AND {conditions}
        ORDER BY id
        LIMIT @Count
        """;

    private static string InPart(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM (
            SELECT id, username, text, posted_at FROM search.thought WHERE id >= @Oldest AND id < @Below ORDER BY id DESC LIMIT @PartSize
        ) AS part
        WHERE {conditions}
        ORDER BY id DESC
        LIMIT @Count
        """;

    private static string Among(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM unnest(@Ids, @Usernames, @Texts, @Times) AS thought (id, username, text, posted_at)
        WHERE {conditions}
        """;

    private async Task<IReadOnlyList<Thought>> ReadAsync(
        Func<string, string> select, Window window, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new { window.Oldest, window.Below, Count = count, PartSize });
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var thoughts = await connection.QueryAsync<Thought>(
            Command($"{Bounds}\n{select(conditions.Sql)}", conditions.Values, transaction, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return thoughts.AsList();
    }

    // Not cached by Dapper, for there is no end of ways to put terms together.
    private static CommandDefinition Command(string sql, DynamicParameters values, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, values, transaction, flags: CommandFlags.Buffered | CommandFlags.NoCache, cancellationToken: cancellationToken);
}
