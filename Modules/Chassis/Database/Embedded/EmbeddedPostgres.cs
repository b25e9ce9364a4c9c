using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database.Embedded;

/// <summary>
/// A private PostgreSQL cluster on loopback, made from the installed programs and shared by all processes that name the same
/// folder. Each holds a lock; the one that lets go last stops the server.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["listen_addresses"] = LoopbackPort.Address,
        ["unix_socket_directories"] = "",
        ["max_connections"] = "200",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_line_prefix"] = "%m [%p] %u@%d ",
        ["jit"] = "off",   // compiling costs more than it saves on queries of a millisecond
    };

    private readonly ClusterFolder folder;
    private readonly ClusterPasswords passwords;
    private readonly PostgresServer server;
    private FileStream? use;

    private EmbeddedPostgres(ClusterFolder folder, ClusterPasswords passwords, PostgresServer server, FileStream use) =>
        (this.folder, this.passwords, this.server, this.use) = (folder, passwords, server, use);

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Joins the cluster of a folder; makes it and starts it as needed.</summary>
    /// <param name="path">The folder; created when absent.</param>
    /// <param name="roles">The roles that need passwords, besides the administrator.</param>
    /// <param name="options">Where the programs lie and what differs from the usual settings.</param>
    /// <param name="cancellationToken">Gives up, and leaves no server behind that nobody else uses.</param>
    /// <returns>The running cluster; dispose it to let go.</returns>
    /// <exception cref="SettingException">No programs, no writable folder, or PostgreSQL refuses to start.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string path, IEnumerable<string> roles, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Find(options.Binaries);
        path = Path.GetFullPath(path);
        ClusterFolder.EnsureWritable(path);
        await using var start = await ClusterLock.TakeAloneAsync(Path.Combine(path, ClusterFolder.StartLockName), cancellationToken);
        var folder = ClusterFolder.Open(path);
        var passwords = ClusterPasswords.Open(folder.Passwords, roles.Prepend(PostgresServer.Administrator));
        var server = new PostgresServer(binaries, folder, passwords[PostgresServer.Administrator]);
        var cluster = new EmbeddedPostgres(folder, passwords, server, ClusterLock.Share(folder.UseLock));
        try
        {
            await server.InitializeAsync(Settings.Concat(options.Settings).ToDictionary());
            cluster.Port = await server.EnsureRunningAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.LetGoAsync();
            throw;
        }
    }

    /// <summary>Removes the cluster of a folder with all its data, unless somebody uses it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Stops waiting for others that start or stop it.</param>
    /// <returns>Whether it is gone.</returns>
    public static async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path)) return true;
        await using (await ClusterLock.TakeAloneAsync(Path.Combine(path, ClusterFolder.StartLockName), cancellationToken))
        {
            var folder = ClusterFolder.Open(path);
            await using var alone = ClusterLock.TryTakeAlone(folder.UseLock);
            if (alone is null) return false;
            if (File.Exists(folder.ProcessId)) await new PostgresServer(PostgresBinaries.Find(null), folder, "").StopAsync();
            if (Directory.Exists(folder.Cluster) && folder.Cluster != folder.Root) Directory.Delete(folder.Cluster, recursive: true);
        }

        Directory.Delete(path, recursive: true);
        return true;
    }

    /// <summary>The administrator's connection string for a database.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The connection string, password included.</returns>
    public string Administrator(string database) => Login(PostgresServer.Administrator, database);

    /// <summary>A role's connection string for a database.</summary>
    /// <param name="role">One of the roles named at start.</param>
    /// <param name="database">The database.</param>
    /// <returns>The connection string, password included.</returns>
    public string Login(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = LoopbackPort.Address, Port = Port, Database = database, Username = role, Password = passwords[role],
    }.ConnectionString;

    /// <summary>Lets go of the cluster; the last one stops the server.</summary>
    /// <returns>When that is done.</returns>
    public async ValueTask DisposeAsync()
    {
        if (use is null) return;
        await using var start = await ClusterLock.TakeAloneAsync(folder.StartLock, CancellationToken.None);
        await LetGoAsync();
    }

    private async Task LetGoAsync()
    {
        await use!.DisposeAsync();
        use = null;
        await using var alone = ClusterLock.TryTakeAlone(folder.UseLock);
        if (alone is not null && File.Exists(folder.ProcessId)) await server.StopAsync();
    }
}

/// <summary>What may differ between clusters.</summary>
internal sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder of the PostgreSQL programs; searched for when null.</summary>
    public string? Binaries { get; init; }

    /// <summary>More lines for postgresql.conf, used when the cluster is made.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
