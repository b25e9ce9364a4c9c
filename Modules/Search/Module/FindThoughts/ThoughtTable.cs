using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Search.Language;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Reads <c>search.thought</c>, in parts that the plan says, for as long as there is time.</summary>
internal sealed class ThoughtTable([FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database, SearchPatience patience, TimeProvider clock)
{
    // A walk of so many thoughts finds a page of what is common without asking how common it is.
    internal const int Peek = 1_024;
    private const long LongestPart = 524_288;

    /// <summary>The first matches in a window, from one of its ends.</summary>
    public async Task<Found> FindAsync(Window window, Direction direction, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // What cannot even be peeked at is for the caller to be told: there would be nothing to go on from.
        var found = await ReadAsync(transaction, new(window, query.Conditions.Count == 0 ? Way.Walk : Way.Peek), direction, query, count, cancellationToken);
        if (found.Count >= count || query.Conditions.Count == 0) return new(found);
        var rest = await BehindPeekAsync(transaction, window, direction, cancellationToken);
        try
        {
            await foreach (var step in StepsAsync(transaction, rest, direction, query, count, cancellationToken))
            {
                if (clock.GetElapsedTime(start) > patience.Time) return new(found, rest);
                found.AddRange(await ReadAsync(transaction, step, direction, query, count - found.Count, cancellationToken));
                if (found.Count >= count) break;
                rest = rest.After(step.Window, direction);
            }
            return new(found);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
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
        return (await connection.QueryAsync<Thought>(Command(SearchSql.Among(conditions.Sql), conditions.Values, null, cancellationToken))).AsList();
    }

    private static async IAsyncEnumerable<SearchStep> StepsAsync(
        NpgsqlTransaction transaction, Window window, Direction direction, SearchQuery query, int count,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        window = await DateBounds.NarrowAsync(transaction, query, window, cancellationToken);
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
        for (var ids = 8L * Peek; !window.IsEmpty; ids = Math.Min(8 * ids, LongestPart))
        {
            var part = window.First(ids, direction);
            yield return SearchStep.Walk(part);
            window = window.After(part, direction);
        }
    }

    private static bool IsOfAuthor(SearchQuery query) => query.Conditions.Any(any => any is [Term.By]);

    // What the table has of a window, less what was peeked at.
    private static async Task<Window> BehindPeekAsync(NpgsqlTransaction transaction, Window window, Direction direction, CancellationToken cancellationToken)
    {
        var (oldest, below, lastOlder, lastNewer) = await transaction.Connection!.QuerySingleAsync<(long?, long?, long?, long?)>(
            new CommandDefinition(SearchSql.BehindPeek, new { window.Oldest, window.Below, Peek }, transaction, cancellationToken: cancellationToken));
        window = direction == Direction.Older ? window with { Below = lastOlder ?? window.Oldest } : window with { Oldest = lastNewer + 1 ?? window.Below };
        return window.Within(new(oldest ?? 0, below ?? 0));
    }

    private static async Task<List<Thought>> ReadAsync(
        NpgsqlTransaction transaction, SearchStep step, Direction direction, SearchQuery query, int count, CancellationToken cancellationToken)
    {
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new { step.Window.Oldest, step.Window.Below, Segments = step.Segments?.ToArray() ?? [], Peek, Count = count });
        var sql = SearchSql.SettingsFor(step.Way) + SearchSql.Select(step, direction, conditions.Sql);
        return (await transaction.Connection!.QueryAsync<Thought>(Command(sql, conditions.Values, transaction, cancellationToken))).AsList();
    }

    // Not cached by Dapper, for there is no end of ways to put terms together.
    private static CommandDefinition Command(string sql, DynamicParameters values, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, values, transaction, flags: CommandFlags.Buffered | CommandFlags.NoCache, cancellationToken: cancellationToken);
}
