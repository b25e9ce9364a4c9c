using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class ReadThoughtHandler([FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database)
{
    private const string Select = """
        SELECT id, username, text, posted_at AS timestamp
        FROM thoughts.thought
        WHERE id = @Id AND text IS NOT NULL
        """;

    public async Task<Thought?> HandleAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Thought>(new CommandDefinition(
            Select, new { Id = id }, cancellationToken: cancellationToken));
    }
}
