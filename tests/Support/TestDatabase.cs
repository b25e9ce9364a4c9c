using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Support;

/// <summary>A database of its own for a test, in a cluster that all test processes share; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestCluster cluster;
    private readonly string name;

    private TestDatabase(TestCluster cluster, string name) => (this.cluster, this.name) = (cluster, name);

    /// <summary>The administrator's connection string.</summary>
    public string Administrator => cluster.Postgres.Administrator(name);

    /// <summary>Makes a database in the shared cluster, migrated for the given modules; with none, hosts can migrate it themselves.</summary>
    /// <param name="modules">The modules whose schemas it gets.</param>
    /// <returns>The database.</returns>
    public static async Task<TestDatabase> CreateAsync(params Module[] modules) =>
        await CreateAsync(await TestCluster.SharedAsync(), modules);

    /// <summary>Makes a database in a cluster of the test's own, which it may stop and start.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="modules">The modules whose schemas it gets.</param>
    /// <returns>The database.</returns>
    public static async Task<TestDatabase> CreateAsync(TestCluster cluster, params Module[] modules)
    {
        var database = new TestDatabase(cluster, TestCluster.NewDatabaseName());
        foreach (var module in modules)
        {
            await MigrationRunner.ApplyAsync(
                new(module.Name, TestCluster.Map.Module(module.Name).Schema, new(database.ConnectionString(module.Name)), Migration.ReadAll(module.Assembly)),
                new(database.Administrator), CancellationToken.None);
        }

        return database;
    }

    /// <summary>A module's own connection string, with the rights it has everywhere else.</summary>
    /// <param name="module">The module's name in the map.</param>
    /// <returns>The connection string.</returns>
    public string ConnectionString(string module) => cluster.Postgres.Login(TestCluster.Map.Module(module).Role, name);

    /// <summary>What a host needs to know of this database: every connection string, as settings.</summary>
    /// <returns>Setting names and values.</returns>
    public IReadOnlyDictionary<string, string?> Settings() => TestCluster.Map.Modules
        .Select(module => new KeyValuePair<string, string?>($"ConnectionStrings:{module.Name}", ConnectionString(module.Name)))
        .Append(new("ConnectionStrings:administrator", Administrator))
        .ToDictionary();

    /// <summary>A module's data source as its host would have it.</summary>
    /// <param name="module">The module's name in the map.</param>
    /// <returns>The data source; dispose it before the database.</returns>
    public NpgsqlDataSource DataSource(string module) => NpgsqlDataSource.Create(ConnectionString(module));

    /// <summary>Drops the database with whoever is still connected to it.</summary>
    /// <returns>When it is gone.</returns>
    public async ValueTask DisposeAsync() => await cluster.DropAsync(name);
}
