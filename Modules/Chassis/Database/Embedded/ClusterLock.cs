using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Embedded;

// File sharing is a lock everywhere: .NET takes flock() on Unix and the share mode on Windows. The system drops it with
// the process, however that ends, so nothing has to be cleaned up after a crash.
internal static class ClusterLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static FileStream Share(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public static FileStream? TryTakeAlone(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<FileStream> TakeAloneAsync(string path, CancellationToken cancellationToken)
    {
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(50, cancellationToken))
        {
            if (TryTakeAlone(path) is { } taken) return taken;
        }

        throw new SettingException($"Another process has been starting or stopping PostgreSQL for {Patience.TotalMinutes} minutes: it holds {path}. End it.");
    }
}
