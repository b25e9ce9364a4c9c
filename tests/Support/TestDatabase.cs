using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Support;

/// <summary>A database of its own for a test, in the cluster of its test project; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestCluster cluster;
    private readonly string name;

    private readonly Dictionary<string, string> logins;

    private TestDatabase(TestCluster cluster, string name)
    {
        (this.cluster, this.name) = (cluster, name);
        // Kept, for tests that ask while the cluster is stopped: it comes back on the same port.
        Administrator = cluster.Postgres.Administrator(name);
        logins = TestCluster.Map.Schemas.ToDictionary(schema => schema.Owner, schema => cluster.Postgres.Login(schema.Role, name));
    }

    /// <summary>The administrator's connection string.</summary>
    public string Administrator { get; }

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
        await database.MigrateAsync(modules);
        return database;
    }

    /// <summary>The database of a cluster that stays, which stays too. Hosts make and migrate it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="name">The database's name.</param>
    /// <returns>The database.</returns>
    public static TestDatabase Kept(TestCluster cluster, string name) => new(cluster, name);

    /// <summary>Migrates as the verb of a host does.</summary>
    /// <param name="modules">The modules whose schemas it brings up to date.</param>
    /// <returns>When it is done.</returns>
    public async Task MigrateAsync(params Module[] modules)
    {
        foreach (var module in modules)
        {
            var schema = new ModuleSchema(
                module.Name, TestCluster.Map.Schemas.Single(schema => schema.Owner == module.Name).Schema, new(ConnectionString(module.Name)), Migration.ReadAll(module.Assembly));
            await MigrationRunner.ApplyAsync(schema, new(Administrator), CancellationToken.None);
        }
    }

    /// <summary>A module's own connection string, with the rights it has everywhere else.</summary>
    /// <param name="module">The module's name in the map.</param>
    /// <returns>The connection string.</returns>
    public string ConnectionString(string module) => logins[module];

    /// <summary>What a host needs to know of this database: every connection string, as settings.</summary>
    /// <returns>Setting names and values.</returns>
    public IReadOnlyDictionary<string, string?> Settings() => logins
        .Select(login => new KeyValuePair<string, string?>($"ConnectionStrings:{login.Key}", login.Value))
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
