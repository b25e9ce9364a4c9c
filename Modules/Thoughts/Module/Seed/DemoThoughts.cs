using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>Something to read on a first visit. Writes into an empty table only.</summary>
internal sealed class DemoThoughts(
    [FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database,
    [FromKeyedServices(ThoughtsModule.Name)] FeedNotifier feed,
    TimeProvider clock)
{
    // Several hosts may seed at once: the lock lets the second one see what the first one wrote.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('thoughts.demo', 0))";
    private const string Insert = """
        INSERT INTO thoughts.thought (username, text, posted_at)
        SELECT demo.username, demo.text, demo.posted_at
        FROM unnest(@Usernames, @Texts, @Times) AS demo (username, text, posted_at)
        WHERE NOT EXISTS (SELECT FROM thoughts.thought)
        """;

    private static readonly (string Username, TimeSpan Ago, string Text)[] Thoughts =
    [
        ("bruce", new(9, 7, 12, 0), "First thought on a fresh page. Nobody is reading yet, so I will hum."),
        ("stephen", new(9, 6, 3, 0), "@bruce I am reading. Please hum louder."),
        ("bruce", new(8, 2, 40, 0), "A Platypus lays eggs, gives milk and glows under ultraviolet light. Whoever reviewed that design was on holiday. #animals"),
        ("stephen", new(7, 5, 18, 0), "Repotted the fern. It now has more living room than I do. #plants"),
        ("bruce", new(6, 9, 55, 0), "Baked bread without a recipe. It is a very good doorstop."),
        ("stephen", new(5, 1, 7, 0), "The stars, tonight, from the roof:\n  not one of them in a hurry."),
        ("bruce", new(4, 3, 31, 0), "How a change travels from one service to another, without a broker: https://www.postgresql.org/docs/current/sql-notify.html #postgres"),
        ("stephen", new(3, 8, 44, 0), "Rule of thumb: if the meeting needs a second agenda, it needed a second meeting. Or none."),
        ("stephen", new(2, 2, 9, 0), "Taught my father to use the search box. He typed: \"Good morning, please find my glasses.\" #family"),
        ("bruce", new(1, 4, 26, 0), "100% of the people I asked (me) say that _one more_ episode is fine."),
        ("stephen", new(0, 5, 50, 0), "Small joy of the day: the bus driver waited. ☀️"),
        ("bruce", new(0, 0, 38, 0), "@stephen the bread is finished. The door, too. Tea at mine? #plans"),
    ];

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Insert, new
        {
            Usernames = Thoughts.Select(thought => thought.Username).ToArray(),
            Texts = Thoughts.Select(thought => thought.Text).ToArray(),
            Times = Thoughts.Select(thought => now - thought.Ago).ToArray(),
        }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        feed.Changed();
    }
}
