using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class ListThoughtsHandler([FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database, CatchUp<MentionModel> mentions)
{
    // One statement per kind of list, so that each gets a plan of its own; without a limit, LIMIT NULL is the whole list.
    private const string Select = """
        SELECT id, username, text, posted_at AS timestamp
        FROM thoughts.thought
        WHERE text IS NOT NULL
        """;
    private const string OfAuthor = "\nAND lower(username) = lower(@Username)";
    private const string WithText = "\nAND text ILIKE @Pattern";
    private const string TimeLimit = """
        SET LOCAL statement_timeout = '2s';
        SELECT count(*) FROM thoughts.thought WHERE text ILIKE @Pattern AND text IS NOT NULL
        """;
    // With the page's bound inside too: PostgreSQL carries no inequality over, and would walk past all mentions to reach a later page.
    private const string Mentioned = "\nAND id IN (SELECT thought_id FROM thoughts.mention WHERE name_key = normalize(@Mentioning, NFC) AND thought_id";
    private const string MentionedAfter = $"{Mentioned} > @After)";
    private const string MentionedBefore = $"{Mentioned} < @After)";
    private const string OldestFirst = "\nAND id > @After ORDER BY id LIMIT ";
    private const string NewestFirst = "\nAND id < @After ORDER BY id DESC LIMIT ";

    // Row by row: the connection is in use for as long as the caller reads, and free as soon as it stops.
    public async IAsyncEnumerable<Thought> HandleAsync(ListThoughts query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.MatchesNothing) yield break;
        if (query.Mentioning is not null && WrittenPosition.Parse(query.Written) is { } written) await mentions.WaitAsync(written.Cursor, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (query is { Limit: null, Containing: { } text } && !Searchable.Is(text)) await TryAsync(connection, query, cancellationToken);
        // Not QueryUnbufferedAsync: when its rows end, it cancels the statement, over a new connection to the server each time.
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(StatementFor(query), new
        {
            query.Username,
            Pattern = LikePattern.Containing(query.Containing),
            Mentioning = query.Mentioning is { } name ? UsernameCase.Fold(name) : null,
            After = query.After ?? (query.NewestFirst ? long.MaxValue : long.MinValue),
            query.Limit,
        }, cancellationToken: cancellationToken));
        var read = rows.GetRowParser<Thought>();
        while (await rows.ReadAsync(cancellationToken)) yield return read(rows);
    }

    // A list that has begun cannot say that it takes too long. What no index serves is looked for once in vain, against the clock.
    private static async Task TryAsync(NpgsqlConnection connection, ListThoughts query, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            TimeLimit + (query.Username is null ? "" : OfAuthor),
            new { query.Username, Pattern = LikePattern.Containing(query.Containing) }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    internal static string StatementFor(ListThoughts query)
    {
        var statement = Select
            + (query.Username is null ? "" : OfAuthor)
            + (query.Containing is null ? "" : WithText)
            + (query.Mentioning is null ? "" : query.NewestFirst ? MentionedBefore : MentionedAfter)
            + (query.NewestFirst ? NewestFirst : OldestFirst);
        return query is { Containing: null, Mentioning: null, Limit: { } limit } ? Kept(statement, limit) : statement + "@Limit";
    }

    // An index answers these pages whatever their values; what the others cost depends on whom and what they look for. PostgreSQL keeps a
    // plan that seems no dearer than one for the values at hand, or else plans each page for longer than it then reads. So it gets the limit
    // as a number, and the values as queries of their own, which it does not look into: then both plans seem to cost the same.
    private static string Kept(string statement, int limit) => statement
        .Replace("@Username", "(SELECT @Username)", StringComparison.Ordinal)
        .Replace("@After", "(SELECT @After)", StringComparison.Ordinal)
        + limit.ToString(CultureInfo.InvariantCulture);
}
