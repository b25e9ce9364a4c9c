using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class ListThoughtsHandler([FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database)
{
    // One statement per kind of list, so that each gets a plan of its own; without a limit, LIMIT NULL is the whole list.
    private const string Select = """
        SELECT id, username, text, posted_at AS timestamp
        FROM thoughts.thought
        WHERE text IS NOT NULL
        """;
    private const string OfAuthor = "\nAND lower(username) = lower(@Username)";
    private const string WithText = "\nAND text ILIKE @Pattern";
    private const string OldestFirst = "\nAND id > @After ORDER BY id LIMIT @Limit";
    private const string NewestFirst = "\nAND id < @After ORDER BY id DESC LIMIT @Limit";

    // Row by row: the connection is in use for as long as the caller reads, and free as soon as it stops.
    public async IAsyncEnumerable<Thought> HandleAsync(ListThoughts query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.MatchesNothing) yield break;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Not QueryUnbufferedAsync: when its rows end, it cancels the statement, over a new connection to the server each time.
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(StatementFor(query), new
        {
            query.Username,
            Pattern = LikePattern.Containing(query.Containing),
            After = query.After ?? (query.NewestFirst ? long.MaxValue : long.MinValue),
            query.Limit,
        }, cancellationToken: cancellationToken));
        var read = rows.GetRowParser<Thought>();
        while (await rows.ReadAsync(cancellationToken)) yield return read(rows);
    }

    private static string StatementFor(ListThoughts query) =>
        Select
        + (query.Username is null ? "" : OfAuthor)
        + (query.Containing is null ? "" : WithText)
        + (query.NewestFirst ? NewestFirst : OldestFirst);
}
