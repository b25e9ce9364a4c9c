using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
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
        WHERE id = @Id AND text IS NOT NULL AND (@Username::text IS NULL OR lower(username) = lower(@Username))
        """;

    private const string Select = """
        SELECT epoch, xid::text, position, text IS NULL AS IsDeleted, @Username::text IS NULL OR lower(username) = lower(@Username) AS IsTheirs
        FROM thoughts.thought
        WHERE id = @Id
        """;

    public async Task<DeleteThoughtResult> HandleAsync(DeleteThought command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var buried = await connection.ExecuteAsync(new CommandDefinition(Bury, command, cancellationToken: cancellationToken));
        if (buried > 0) feed.Changed();
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, command, cancellationToken: cancellationToken));
        return row switch
        {
            { IsTheirs: true, IsDeleted: true } => new(DeleteThoughtOutcome.Deleted, FeedCursor.Read(row.Epoch, row.Xid, row.Position)),
            { IsTheirs: false, IsDeleted: false } => new(DeleteThoughtOutcome.NotYours),
            _ => new(DeleteThoughtOutcome.NotFound),
        };
    }

    private sealed record Row(long Epoch, string Xid, long Position, bool IsDeleted, bool IsTheirs);
}
