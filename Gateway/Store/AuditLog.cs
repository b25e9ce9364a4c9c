using Dapper;
using Npgsql;

namespace MyThoughts.Gateway.Store;

/// <summary>Something that happened besides a change of the state.</summary>
internal sealed record AuditEntry(DateTime At, string Actor, string Action, string? Address, string? Detail, long Id);

/// <summary>Who logged in, who was refused, which keys were made and revoked.</summary>
internal sealed class AuditLog([FromKeyedServices(StateStore.Owner)] NpgsqlDataSource database)
{
    private const string Insert = "INSERT INTO gateway.audit (actor, action, address, detail) VALUES (@Actor, @Action, @Address, @Detail)";

    private const string Select = "SELECT at, actor, action, address, detail, id FROM gateway.audit WHERE id < @Before ORDER BY id DESC LIMIT @Limit";

    public async Task WriteAsync(string actor, string action, string? address, string? detail, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Insert, new { Actor = actor, Action = action, Address = address, Detail = detail }, cancellationToken: cancellationToken));
    }

    public Task<IReadOnlyList<AuditEntry>> NewestAsync(int limit, CancellationToken cancellationToken) => BeforeAsync(long.MaxValue, limit, cancellationToken);

    /// <summary>Reads backwards from an entry.</summary>
    public async Task<IReadOnlyList<AuditEntry>> BeforeAsync(long id, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<AuditEntry>(new CommandDefinition(Select, new { Before = id, Limit = limit }, cancellationToken: cancellationToken))).AsList();
    }
}
