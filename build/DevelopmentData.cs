using System.Diagnostics;
using System.Globalization;
using MyThoughts.Chassis.Database.Embedded;

/// <summary>What hosts in Development keep: embedded PostgreSQL clusters and keys.</summary>
internal static class DevelopmentData
{
    /// <summary>Where they keep it, unless the setting Data:Folder says otherwise.</summary>
    public static string Folder { get; } = Repository.InRoot(".data");

    /// <summary>Where `bench` keeps clusters full of data, for the next time.</summary>
    public static string BenchFolder { get; } = Repository.InRoot("artifacts/bench-data");

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    public static async Task DeleteAsync()
    {
        await DeleteAsync(BenchFolder);
        await DeleteAsync(Folder);
    }

    private static async Task DeleteAsync(string root)
    {
        if (!Directory.Exists(root)) return;
        var clusters = Clusters(root, "*");
        foreach (var cluster in clusters)
        {
            if (!await TryStopAsync(cluster)) throw new TaskFailedException($"a host uses the PostgreSQL in {cluster}. Stop `up` or the tests first.");
        }
        Console.WriteLine($"Removing {Path.GetRelativePath(Repository.Root, root)}");
        foreach (var folder in clusters.Select(cluster => ClusterFolder.Open(cluster).Cluster).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    /// <summary>Stops the servers that tests left behind because they were interrupted; to be called when they have ended.</summary>
    public static async Task StopTestServersAsync()
    {
        var end = DateTime.UtcNow + LongestEnd;   // children of a test run end a moment after it
        foreach (var cluster in Clusters(Folder, "tests*").Concat(Clusters(BenchFolder, "*")))
            while (!await TryStopAsync(cluster) && DateTime.UtcNow < end) await Task.Delay(200);
    }

    private static List<string> Clusters(string folder, string pattern) => !Directory.Exists(folder) ? [] :
        [.. Directory.GetDirectories(folder, pattern).Where(root => File.Exists(new ClusterFolder(root, root).UseLock))];

    // Every host that uses a cluster holds its lock; a server whose hosts were all killed holds none, but runs. False when it is used.
    private static async Task<bool> TryStopAsync(string root)
    {
        await using var start = ClusterLock.TryTakeAlone(Path.Combine(root, ClusterFolder.StartLockName));
        if (start is null) return false;
        var folder = ClusterFolder.Open(root);
        await using var alone = ClusterLock.TryTakeAlone(folder.UseLock);
        if (alone is null) return false;
        if (IsRunning(folder)) await StopAsync(folder);
        return true;
    }

    private static async Task StopAsync(ClusterFolder folder)
    {
        Console.WriteLine($"Stopping the PostgreSQL in {folder.Root}, which outlived its hosts");
        var programs = Prerequisite.PostgreSql.Find()
            ?? throw new TaskFailedException($"there is no pg_ctl to stop the PostgreSQL in {folder.Root}. Name its folder: Postgres__Binaries=/usr/lib/postgresql/17/bin.");
        var result = await PostgresProgram.RunAsync(
            Path.Combine(programs, "pg_ctl"), folder.Cluster, "stop", "-s", "-D", folder.Data, "-m", "fast", "-w", "-t", "60");
        if (!result.Succeeded) throw new TaskFailedException($"the PostgreSQL in {folder.Root} does not stop: {result.Output}");
    }

    // After a power cut the file stays, and its process id may belong to somebody else by now, whom pg_ctl would end.
    private static bool IsRunning(ClusterFolder folder)
    {
        if (!File.Exists(folder.ProcessId) || !int.TryParse(File.ReadLines(folder.ProcessId).FirstOrDefault(), CultureInfo.InvariantCulture, out var id)) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "postgres";
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
