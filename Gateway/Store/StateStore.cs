using System.Text.Json;
using Dapper;
using MyThoughts.Gateway.State;
using Npgsql;

namespace MyThoughts.Gateway.Store;

/// <summary>The revisions in PostgreSQL. A version is given out once: of two operators who change the same one, the second is refused.</summary>
internal sealed class StateStore([FromKeyedServices(StateStore.Owner)] NpgsqlDataSource database)
{
    public const string Owner = "gateway";

    /// <summary>What is notified after each change of the state or of a key.</summary>
    public const string Channel = "gateway_state";

    private const string Columns = "version, state::text, changed_at AS ChangedAt, changed_by AS ChangedBy, reason, undoes, changes::text";

    private const string SelectLatest = $"SELECT {Columns} FROM gateway.revision ORDER BY version DESC LIMIT 1";

    private const string SelectOne = $"SELECT {Columns} FROM gateway.revision WHERE version = @Version";

    private const string SelectBefore = $"SELECT {Columns} FROM gateway.revision WHERE version < @Before ORDER BY version DESC LIMIT @Limit";

    // A route's changes are those of its own fields and of its service's cluster.
    private const string SelectOfRoute = $"""
        SELECT {Columns} FROM gateway.revision
        WHERE version < @Before AND EXISTS (
            SELECT FROM jsonb_array_elements(changes) AS change
            WHERE starts_with(change->>'place', @Route) OR starts_with(change->>'place', @Cluster))
        ORDER BY version DESC
        LIMIT @Limit
        """;

    // Not behind the version that the change was made for, and not ahead of it: a version that does not exist has no successor.
    private const string Insert = $"""
        INSERT INTO gateway.revision (version, state, changed_by, reason, undoes, changes)
        SELECT @BasedOn + 1, @State::jsonb, @By, @Reason, @Undoes, @Changes::jsonb
        WHERE @BasedOn = (SELECT coalesce(max(version), 0) FROM gateway.revision)
        ON CONFLICT (version) DO NOTHING
        RETURNING {Columns}
        """;

    private const string Notify = $"SELECT pg_notify('{Channel}', '')";

    public Task<Revision?> LatestAsync(CancellationToken cancellationToken) => OneAsync(SelectLatest, new { }, cancellationToken);

    public Task<Revision?> FindAsync(long version, CancellationToken cancellationToken) => OneAsync(SelectOne, new { Version = version }, cancellationToken);

    /// <summary>Reads history backwards.</summary>
    public Task<IReadOnlyList<Revision>> BeforeAsync(long version, int limit, CancellationToken cancellationToken) =>
        ListAsync(SelectBefore, new { Before = version, Limit = limit }, cancellationToken);

    /// <summary>Reads the history of one route backwards.</summary>
    public Task<IReadOnlyList<Revision>> OfRouteBeforeAsync(TrafficRoute route, long version, int limit, CancellationToken cancellationToken) => ListAsync(
        SelectOfRoute, new { Before = version, Limit = limit, Route = $"routes.{route.Name}.", Cluster = $"clusters.{route.Cluster}." }, cancellationToken);

    /// <summary>Makes the next version, and tells every replica; null when the version it is based on is not the latest.</summary>
    public async Task<Revision?> AppendAsync(
        long basedOn, TrafficState state, IReadOnlyList<FieldChange> changes, string by, string? reason, long? undoes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Insert, new
        {
            BasedOn = basedOn, State = Json(state), By = by, Reason = reason, Undoes = undoes, Changes = Json(changes),
        }, cancellationToken: cancellationToken));
        if (row is null) return null;
        await connection.ExecuteAsync(new CommandDefinition(Notify, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return row.ToRevision();
    }

    private async Task<IReadOnlyList<Revision>> ListAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRevision())];
    }

    private async Task<Revision?> OneAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)))?.ToRevision();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, TrafficJson.Options);

    private sealed record Row(long Version, string State, DateTime ChangedAt, string ChangedBy, string? Reason, long? Undoes, string Changes)
    {
        public Revision ToRevision() => new(
            Version, JsonSerializer.Deserialize<TrafficState>(State, TrafficJson.Options)!, ChangedAt, ChangedBy, Reason, Undoes,
            JsonSerializer.Deserialize<IReadOnlyList<FieldChange>>(Changes, TrafficJson.Options)!);
    }
}
