using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>
/// A page of a list. One of the thoughts that contain a text is looked for part by part: a walk finds what is common at once, the index what
/// is rare, and when the time is over, the page is what has been found until then.
/// </summary>
internal sealed class PageThoughtsHandler(
    [FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database, ListThoughtsHandler list, PagePatience patience, TimeProvider clock)
{
    private const string Bounds = "SELECT min(id), max(id) + 1 FROM thoughts.thought";

    // A plan for these very values, and the one that was chosen: the planner cannot know how often a text is there. In one process: to start
    // others takes longer than a part does.
    private const string Limits = """
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = '1s';
        SET LOCAL max_parallel_workers_per_gather = 0;
        """;
    private const string Walking = "SET LOCAL enable_indexscan = on; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;";
    private const string Indexed = "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on;";

    private const string Select = """
        SELECT id, username, text, posted_at AS timestamp
        FROM thoughts.thought
        WHERE id >= @Oldest AND id < @Below AND text IS NOT NULL AND text ILIKE @Pattern
        """;
    private const string OfAuthor = "\nAND lower(username) = lower(@Username)";
    private const string InSegments = "\nAND (id >> 17) = ANY(@Segments)";
    private const string OldestFirst = "\nORDER BY id LIMIT @Count";
    private const string NewestFirst = "\nORDER BY id DESC LIMIT @Count";

    /// <summary>Finds a page of at most <see cref="ListThoughts.Limit"/> thoughts.</summary>
    public async Task<ThoughtPage> HandleAsync(ListThoughts query, CancellationToken cancellationToken)
    {
        var size = query.Limit!.Value;
        if (query is not { Containing: not null, Mentioning: null, MatchesNothing: false })
            return ThoughtPage.Of(await list.HandleAsync(query with { Limit = size + 1 }, cancellationToken).ToListAsync(cancellationToken), size);

        var start = clock.GetTimestamp();
        var found = new List<Thought>();
        long? lookedUpTo = null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            var (oldest, below) = await connection.QuerySingleAsync<(long?, long?)>(
                new CommandDefinition($"{Limits}\n{Bounds}", transaction: transaction, cancellationToken: cancellationToken));
            foreach (var part in PagePart.Of(query, oldest ?? 0, below ?? 0))
            {
                if (lookedUpTo is { } cut && clock.GetElapsedTime(start) > patience.Time) return new(found, cut, IsPart: true);
                found.AddRange(await ReadAsync(transaction, query, part, size + 1 - found.Count, cancellationToken));
                if (found.Count > size) break;
                lookedUpTo = query.NewestFirst ? part.Oldest : part.Below - 1;
            }
            await transaction.CommitAsync(cancellationToken);
            return ThoughtPage.Of(found, size);
        }
        // Without anything looked through there is nothing to go on from: that is for the caller to be told.
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled && lookedUpTo is not null)
        {
            return new(found, lookedUpTo, IsPart: true);
        }
    }

    private static Task<IEnumerable<Thought>> ReadAsync(
        NpgsqlTransaction transaction, ListThoughts query, PagePart part, int count, CancellationToken cancellationToken)
    {
        var values = new
        {
            part.Oldest, part.Below, Segments = part.Segments ?? [], Count = count, query.Username, Pattern = LikePattern.Containing(query.Containing),
        };
        return transaction.Connection!.QueryAsync<Thought>(
            new CommandDefinition($"{SettingsFor(part)}\n{StatementFor(query, part)}", values, transaction, cancellationToken: cancellationToken));
    }

    internal static string SettingsFor(PagePart part) => $"{Limits}\n{(part.Segments is null ? Walking : Indexed)}";

    internal static string StatementFor(ListThoughts query, PagePart part) =>
        Select + (query.Username is null ? "" : OfAuthor) + (part.Segments is null ? "" : InSegments) + (query.NewestFirst ? NewestFirst : OldestFirst);
}
