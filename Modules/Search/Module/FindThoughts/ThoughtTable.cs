using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Search.Language;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Reads <c>search.thought</c>, in parts that the plan says, for as long as there is time.</summary>
internal sealed class ThoughtTable([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database, SearchPatience patience, TimeProvider clock)
{
    // A walk of so many ids finds a page of what is common without asking how common it is.
    private const long Peek = 1_024;
    private const long LongestPart = 524_288;

    private const string Bounds = "SELECT min(id) AS oldest, max(id) + 1 AS below FROM search.thought";

    // A plan for these very values, or the trigram index would not be used: statements are prepared. And the plan that was chosen, not the
    // planner's own: it knows neither how often a text is there nor that what was common once may be dead.
    private const string Limits = """
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = '1s';
        """;
    private const string Walking = "SET LOCAL enable_indexscan = on; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;";
    private const string Indexed = "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on;";

    /// <summary>The first matches in a window, from one of its ends.</summary>
    public async Task<Found> FindAsync(Window window, Direction direction, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var found = new List<Thought>();
        Window? rest = null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await foreach (var step in StepsAsync(transaction, window, direction, query, count, cancellationToken))
            {
                if (rest is not null && clock.GetElapsedTime(start) > patience.Time) return new(found, rest);
                found.AddRange(await ReadAsync(transaction, step, direction, query, count - found.Count, cancellationToken));
                if (found.Count >= count) break;
                rest = window.After(step.Window, direction);
            }
            await transaction.CommitAsync(cancellationToken);
            return new(found);
        }
        // Without anything looked through there is nothing to go on from: that is for the caller to be told.
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled && rest is not null)
        {
            return new(found, rest);
        }
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

    internal static string SettingsFor(Way way) => $"{Limits}\n{(way == Way.Walk ? Walking : Indexed)}";

    internal static string Select(SearchStep step, Direction direction, string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM search.thought
        WHERE id >= @Oldest AND id < @Below
        {(step.Segments is null ? "" : "AND (id >> 17) = ANY(@Segments)")}
        AND {conditions}
        ORDER BY id {(direction == Direction.Older ? "DESC" : "")}
        LIMIT @Count
        """;

    private static string Among(string conditions) => $"""
        SELECT id, username, text, posted_at AS timestamp
        FROM unnest(@Ids, @Usernames, @Texts, @Times) AS thought (id, username, text, posted_at)
        WHERE {conditions}
        """;

    private static async IAsyncEnumerable<SearchStep> StepsAsync(
        NpgsqlTransaction transaction, Window window, Direction direction, SearchQuery query, int count,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.Conditions.Count == 0)
        {
            yield return SearchStep.Walk(window);
            yield break;
        }
        window = await DateBounds.NarrowAsync(transaction, query, await WithinTableAsync(transaction, window, cancellationToken), cancellationToken);
        if (window.IsEmpty) yield break;
        var peek = window.First(Peek, direction);
        yield return SearchStep.Walk(peek);
        window = window.After(peek, direction);
        if (window.IsEmpty) yield break;

        var key = await FrequencyTable.RarestAsync(transaction, Key.Of(query), window, cancellationToken);
        var steps = key is null || (IsOfAuthor(query) && !SearchPlan.IsFew(window, key))
            ? Parts(window, direction)
            : SearchPlan.Steps(window, direction, key, count);
        foreach (var step in steps) yield return step;
    }

    // Nothing to ask a text index for: one thought after the other, or one of the author's.
    private static IEnumerable<SearchStep> Parts(Window window, Direction direction)
    {
        for (var ids = 8 * Peek; !window.IsEmpty; ids = Math.Min(8 * ids, LongestPart))
        {
            var part = window.First(ids, direction);
            yield return SearchStep.Walk(part);
            window = window.After(part, direction);
        }
    }

    private static bool IsOfAuthor(SearchQuery query) => query.Conditions.Any(any => any is [Term.By]);

    private static async Task<Window> WithinTableAsync(NpgsqlTransaction transaction, Window window, CancellationToken cancellationToken)
    {
        var (oldest, below) = await transaction.Connection!.QuerySingleAsync<(long?, long?)>(
            new CommandDefinition($"{Limits}\n{Bounds}", transaction: transaction, cancellationToken: cancellationToken));
        return window.Within(new(oldest ?? 0, below ?? 0));
    }

    private static async Task<IEnumerable<Thought>> ReadAsync(
        NpgsqlTransaction transaction, SearchStep step, Direction direction, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new { step.Window.Oldest, step.Window.Below, Segments = step.Segments?.ToArray() ?? [], Count = count });
        return await transaction.Connection!.QueryAsync<Thought>(
            Command($"{SettingsFor(step.Way)}\n{Select(step, direction, conditions.Sql)}", conditions.Values, transaction, cancellationToken));
    }

    // Not cached by Dapper, for there is no end of ways to put terms together.
    private static CommandDefinition Command(string sql, DynamicParameters values, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, values, transaction, flags: CommandFlags.Buffered | CommandFlags.NoCache, cancellationToken: cancellationToken);
}
