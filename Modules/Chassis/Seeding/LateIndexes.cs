using Dapper;
using MyThoughts.Chassis.Database.Migrations;
using Npgsql;

namespace MyThoughts.Chassis.Seeding;

/// <summary>
/// Drops the indexes that only make reading faster, and builds them again when the rows are there, which takes a fraction of the time.
/// Their definitions are kept in <c>&lt;schema&gt;.late_index</c> meanwhile, so that none is forgotten whatever happens in between.
/// Works as administrator: a module's own role can do neither.
/// </summary>
internal sealed class LateIndexes(NpgsqlConnectionStringBuilder administrator, string schema)
{
    // More makes building no faster, and two are built at a time.
    private const string Session = "-c maintenance_work_mem=256MB -c search_path=pg_catalog";

    private const string CreatePrefix = "CREATE INDEX ";

    // Text indexes first: they take longest.
    private const string Find = """
        SELECT index.relname::text AS Name, pg_get_indexdef(index.oid) AS Definition,
            row_number() OVER (ORDER BY method.amname <> 'gin', index.relname)::int AS Place
        FROM pg_index
        JOIN pg_class AS index ON index.oid = pg_index.indexrelid
        JOIN pg_class AS owner ON owner.oid = pg_index.indrelid
        JOIN pg_namespace AS namespace ON namespace.oid = owner.relnamespace
        JOIN pg_am AS method ON method.oid = index.relam
        WHERE namespace.nspname = @Schema AND owner.relname = ANY(@Tables) AND NOT pg_index.indisunique
        ORDER BY Place
        """;

    private const string IsThere = "SELECT to_regclass(@Name) IS NOT NULL";

    private readonly string table = $"{Sql.Name(schema)}.late_index";

    /// <summary>Drops the indexes of these tables that no rule hangs on, none of them in a transaction that lasts.</summary>
    public async Task DropAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var found = (await connection.QueryAsync<Late>(new CommandDefinition(
            Find, new { Schema = schema, Tables = tables.ToArray() }, cancellationToken: cancellationToken))).ToList();
        if (found.Count == 0) return;
        await RunAsync(connection, $"CREATE TABLE IF NOT EXISTS {table} (name text PRIMARY KEY, definition text NOT NULL, place integer NOT NULL)", cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO {table} (name, definition, place) VALUES (@Name, @Definition, @Place) ON CONFLICT (name) DO NOTHING", found, cancellationToken: cancellationToken));
        foreach (var index in found) await DropAsync(connection, index.Name, cancellationToken);
    }

    /// <summary>Builds what is still to be built, one after the other.</summary>
    public async Task BuildAsync(SeedProgress progress, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var indexes = await ReadAsync(connection, cancellationToken);
        foreach (var index in indexes)
        {
            // What an interrupted build left behind is no index.
            await DropAsync(connection, index.Name, cancellationToken);
            await BuildAsync(connection, index, progress, cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition($"DELETE FROM {table} WHERE name = @Name", new { index.Name }, cancellationToken: cancellationToken));
        }
        await RunAsync(connection, $"DROP TABLE IF EXISTS {table}", cancellationToken);
    }

    /// <summary>Lets the planner know of the new rows.</summary>
    public async Task AnalyzeAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        foreach (var name in tables) await RunAsync(connection, $"ANALYZE {Sql.Name(schema)}.{Sql.Name(name)}", cancellationToken);
    }

    // Concurrently: otherwise its transaction would hold every feed back for as long as the build takes.
    private async Task BuildAsync(NpgsqlConnection connection, Late index, SeedProgress progress, CancellationToken cancellationToken)
    {
        await using var watch = NpgsqlDataSource.Create(administrator);
        var phase = progress.Begin(new IndexPhase($"{schema}.{index.Name}", progress.Clock));
        var building = RunAsync(connection, $"CREATE INDEX CONCURRENTLY {index.Definition[CreatePrefix.Length..]}", cancellationToken);
        await IndexWatch.UntilAsync(watch, connection.ProcessID, phase, building);
        await building;
        progress.End(phase);
    }

    private async Task<IReadOnlyList<Late>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var isThere = await connection.QuerySingleAsync<bool>(new CommandDefinition(IsThere, new { Name = table }, cancellationToken: cancellationToken));
        return isThere
            ? [.. await connection.QueryAsync<Late>(new CommandDefinition($"SELECT name, definition, place FROM {table} ORDER BY place", cancellationToken: cancellationToken))]
            : [];
    }

    private Task<int> DropAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken) =>
        RunAsync(connection, $"DROP INDEX CONCURRENTLY IF EXISTS {Sql.Name(schema)}.{Sql.Name(name)}", cancellationToken);

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Pooling = false, Options = Session, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancellationToken));

    private sealed record Late(string Name, string Definition, int Place);
}
