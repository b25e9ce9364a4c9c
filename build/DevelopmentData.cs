/// <summary>What hosts in Development keep: embedded PostgreSQL clusters and keys.</summary>
internal static class DevelopmentData
{
    private static readonly string Folder = Repository.InRoot(".data");

    public static void Delete()
    {
        if (!Directory.Exists(Folder)) return;
        var clusters = Directory.GetDirectories(Folder).Where(folder => File.Exists(Path.Combine(folder, "use.lock"))).ToList();
        clusters.ForEach(RefuseWhileUsed);
        Console.WriteLine("Removing .data");
        foreach (var folder in clusters.Select(ServerFolder).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    // Every host that uses a cluster holds its lock; a server whose hosts were all killed holds none, but runs.
    private static void RefuseWhileUsed(string cluster)
    {
        try
        {
            using var alone = new FileStream(Path.Combine(cluster, "use.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new TaskFailedException($"a host uses the PostgreSQL in {cluster}. Stop `up` or the tests first.");
        }
        var processId = Path.Combine(ServerFolder(cluster), "data", "postmaster.pid");
        if (File.Exists(processId))
            throw new TaskFailedException($"PostgreSQL, process {File.ReadLines(processId).First()}, outlived its hosts. Start and stop `up` once to end it.");
    }

    // PostgreSQL refuses to run as root; then its files lie where its own user can reach them, and a file says where.
    private static string ServerFolder(string cluster)
    {
        var location = Path.Combine(cluster, "location");
        return File.Exists(location) ? File.ReadAllText(location).Trim() : cluster;
    }
}
