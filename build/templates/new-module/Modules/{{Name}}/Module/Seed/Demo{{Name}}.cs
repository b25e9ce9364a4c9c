using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MyThoughts.{{Name}};

/// <summary>Something to see on a first visit. Writes into an empty table only.</summary>
internal sealed class Demo{{Name}}([FromKeyedServices({{Name}}Module.Name)] NpgsqlDataSource database)
{
    // Several hosts may seed at once: the lock lets the second one see what the first one wrote.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('{{name}}.demo', 0))";
    private const string Insert = """
        INSERT INTO {{name}}.item (text)
        SELECT demo.text
        FROM unnest(@Texts) WITH ORDINALITY AS demo (text, number)
        WHERE NOT EXISTS (SELECT FROM {{name}}.item)
        ORDER BY demo.number
        """;

    private static readonly string[] Texts = ["The first item of a new module.", "The second one. Newest come first."];

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Insert, new { Texts }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
