using Dapper;
using MyThoughts.Gateway.Store;
using Npgsql;

namespace MyThoughts.Gateway.Keys;

/// <summary>A key as lists show it.</summary>
internal sealed record ListedKey(string Id, string Name, string Role, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt, string? RevokedBy);

/// <summary>The keys in PostgreSQL. Each change of them is audited in the same transaction.</summary>
internal sealed class KeyStore([FromKeyedServices(StateStore.Owner)] NpgsqlDataSource database)
{
    private const string SelectInForce = "SELECT id, name, role, hash FROM gateway.operator_key WHERE revoked_at IS NULL ORDER BY created_at, id";

    private const string SelectAll = """
        SELECT id, name, role, created_at AS CreatedAt, created_by AS CreatedBy, revoked_at AS RevokedAt, revoked_by AS RevokedBy
        FROM gateway.operator_key
        ORDER BY created_at, id
        """;

    private const string Insert = """
        WITH made AS (
            INSERT INTO gateway.operator_key (id, name, role, hash, created_by) VALUES (@Id, @Name, @Role, @Hash, @By)
            ON CONFLICT DO NOTHING
            RETURNING id, name, role)
        INSERT INTO gateway.audit (actor, action, detail)
        SELECT @By, 'key created', id || ' ' || role || ' ' || name FROM made;
        """;

    // Two who make the first key at once make one.
    private const string LockFirst = "SELECT pg_advisory_xact_lock(hashtext('gateway.operator_key'))";

    private const string InsertFirst = """
        WITH made AS (
            INSERT INTO gateway.operator_key (id, name, role, hash, created_by)
            SELECT @Id, @Name, 'operator', @Hash, @By
            WHERE @Anyway OR NOT EXISTS (SELECT FROM gateway.operator_key WHERE role = 'operator' AND revoked_at IS NULL)
            RETURNING id, name, role)
        INSERT INTO gateway.audit (actor, action, detail)
        SELECT @By, 'key created', id || ' ' || role || ' ' || name FROM made;
        """;

    private const string Revoke = """
        WITH gone AS (
            UPDATE gateway.operator_key SET revoked_at = now(), revoked_by = @By WHERE id = @Id AND revoked_at IS NULL
            RETURNING id, name)
        INSERT INTO gateway.audit (actor, action, detail)
        SELECT @By, 'key revoked', id || ' ' || name FROM gone;
        """;

    private const string Notify = $"SELECT pg_notify('{StateStore.Channel}', '');";

    public async Task<IReadOnlyList<OperatorKey>> InForceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SelectInForce, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new OperatorKey(row.Id, row.Name, Enum.Parse<Role>(row.Role, ignoreCase: true), row.Hash))];
    }

    public async Task<IReadOnlyList<ListedKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ListedKey>(new CommandDefinition(SelectAll, cancellationToken: cancellationToken))).AsList();
    }

    public Task AddAsync(OperatorKey key, string by, CancellationToken cancellationToken) =>
        ChangeAsync(Insert, new { key.Id, key.Name, Role = key.Role == Role.Operator ? "operator" : "viewer", key.Hash, By = by }, cancellationToken);

    /// <summary>Adds an operator's key where none is in force, or anyway; false when one is.</summary>
    public async Task<bool> AddFirstAsync(OperatorKey key, string by, bool anyway, CancellationToken cancellationToken) =>
        await ChangeAsync(InsertFirst, new { key.Id, key.Name, key.Hash, By = by, Anyway = anyway }, cancellationToken, LockFirst) > 0;

    /// <summary>Revokes a key; false when there is none of that id in force.</summary>
    public async Task<bool> RevokeAsync(string id, string by, CancellationToken cancellationToken) =>
        await ChangeAsync(Revoke, new { Id = id, By = by }, cancellationToken) > 0;

    private async Task<int> ChangeAsync(string sql, object parameters, CancellationToken cancellationToken, string? before = null)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (before is not null) await connection.ExecuteAsync(new CommandDefinition(before, cancellationToken: cancellationToken));
        var changed = await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Notify, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private sealed record Row(string Id, string Name, string Role, byte[] Hash);
}
