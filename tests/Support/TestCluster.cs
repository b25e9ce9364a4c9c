using System.Globalization;
using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Map;
using Npgsql;

namespace MyThoughts.Support;

/// <summary>An embedded PostgreSQL for tests: the one that a project's tests share, or one that a test may stop.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private const string Prefix = "test_";
    private static readonly TimeSpan Leftover = TimeSpan.FromHours(1);
    private static readonly SemaphoreSlim Opening = new(1);
    private static TestCluster? shared;

    // Nothing that tests write has to survive a power cut.
    private static readonly EmbeddedPostgresOptions Fast = new()
    {
        Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off" },
    };

    private readonly string folder;
    private readonly EmbeddedPostgresOptions options;
    private readonly bool isKept;
    private EmbeddedPostgres? postgres;

    private TestCluster(string folder) => (this.folder, options) = (folder, Fast);

    private TestCluster(string folder, IReadOnlyDictionary<string, string> settings, bool isKept) =>
        (this.folder, options, this.isKept) = (folder, new() { Settings = settings }, isKept);

    // A cluster for each test project: a transaction anywhere in a cluster holds back its feeds, and projects run side by side.
    private static string Project { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.Name;

    /// <summary>The module map.</summary>
    public static ModuleMap Map { get; } = ModuleMap.Load();

    /// <summary>The running cluster.</summary>
    internal EmbeddedPostgres Postgres => postgres ?? throw new InvalidOperationException("The cluster is stopped.");

    /// <summary>Makes and starts a cluster of the test's own; it is deleted when disposed.</summary>
    /// <param name="isDurable">Whether a commit waits for the disk, as it does in production.</param>
    /// <returns>The cluster.</returns>
    public static async Task<TestCluster> StartNewAsync(bool isDurable = false)
    {
        var folder = Path.Combine(Repository.Data, $"tests-{Guid.NewGuid():N}");
        var cluster = isDurable ? new TestCluster(folder, new Dictionary<string, string>(), isKept: false) : new TestCluster(folder);
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Opens a cluster that stays when it is disposed, for data that takes long to make; it is as durable as any other.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="settings">More lines for postgresql.conf, used when the cluster is made.</param>
    /// <returns>The cluster.</returns>
    public static async Task<TestCluster> OpenKeptAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var cluster = new TestCluster(folder, settings, isKept: true);
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Lets go of the shared cluster; each test project does so at its end, and the last one stops the server.</summary>
    /// <returns>When it has.</returns>
    public static async Task ReleaseSharedAsync()
    {
        if (Interlocked.Exchange(ref shared, null) is { } cluster) await cluster.StopAsync();
    }

    /// <summary>Starts the server, on the port it had before.</summary>
    /// <returns>When it answers.</returns>
    public async Task StartAsync() => postgres ??= await EmbeddedPostgres.StartAsync(
        folder, Map.Schemas.Select(schema => schema.Role), options, CancellationToken.None);

    /// <summary>Stops the server, with everybody who is connected to it.</summary>
    /// <returns>When it is gone.</returns>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref postgres, null) is { } running) await running.DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!isKept) await EmbeddedPostgres.DeleteAsync(folder, CancellationToken.None);
    }

    internal static async Task<TestCluster> SharedAsync()
    {
        await Opening.WaitAsync();
        try
        {
            if (shared is not null) return shared;
            var cluster = new TestCluster(Path.Combine(Repository.Data, $"tests-{Project}"));
            await cluster.StartAsync();
            await cluster.DropLeftoversAsync();
            return shared = cluster;
        }
        finally
        {
            Opening.Release();
        }
    }

    // The time is in the name, for those that a killed run leaves behind.
    internal static string NewDatabaseName() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}_{Guid.NewGuid():N}");

    internal async Task DropAsync(string database)
    {
        if (postgres is null || isKept) return;   // stopped by its test, and about to be deleted as a whole
        await using var connection = new NpgsqlConnection(Postgres.Administrator("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task DropLeftoversAsync()
    {
        await using var source = NpgsqlDataSource.Create(Postgres.Administrator("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'");
        var names = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        }

        var oldest = DateTimeOffset.UtcNow.Subtract(Leftover).ToUnixTimeSeconds();
        foreach (var name in names)
        {
            if (long.TryParse(name.Split('_')[1], CultureInfo.InvariantCulture, out var made) && made < oldest) await DropAsync(name);
        }
    }
}
