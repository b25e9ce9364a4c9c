using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class DeleteThoughtHandler(
    [FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database,
    [FromKeyedServices(ThoughtsModule.Name)] FeedNotifier feed)
{
    // The row stays as a tombstone, at a new place in the feed.
    private const string Bury = """
        UPDATE thoughts.thought
        SET text = NULL, epoch = DEFAULT, xid = DEFAULT, position = DEFAULT
        WHERE id = @Id AND text IS NOT NULL
        """;

    public async Task HandleAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var buried = await connection.ExecuteAsync(new CommandDefinition(Bury, new { Id = id }, cancellationToken: cancellationToken));
        if (buried > 0) feed.Changed();
    }
}
