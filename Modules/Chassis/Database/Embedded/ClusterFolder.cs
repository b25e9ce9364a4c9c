using System.Security.Cryptography;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Embedded;

// What hosts share lies in Root. The server's own files lie in Cluster: the same folder, except for root, whom PostgreSQL refuses;
// there the `postgres` user runs it, who may not be able to reach Root at all.
internal sealed record ClusterFolder(string Root, string Cluster)
{
    public const string StartLockName = "start.lock";

    public string StartLock => Path.Combine(Root, StartLockName);

    public string UseLock => Path.Combine(Root, "use.lock");

    public string Passwords => Path.Combine(Root, "pgpass");

    public string Port => Path.Combine(Root, "port");

    public string Data => Path.Combine(Cluster, "data");

    public string Log => Path.Combine(Cluster, "postgres.log");

    public string ProcessId => Path.Combine(Data, "postmaster.pid");

    public static void EnsureWritable(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
            var probe = Path.Combine(root, Path.GetRandomFileName());
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"Data:Folder: cannot write to {root} as user {Environment.UserName}: make it writable for that user, "
                + "or choose another folder. Example: Data__Folder=/tmp/mythoughts");
        }
    }

    // To be called under the start lock: the first caller decides where the cluster lies.
    public static ClusterFolder Open(string root)
    {
        if (!PostgresProgram.RunsAsOtherUser) return new(root, root);
        var location = Path.Combine(root, "location");
        if (!File.Exists(location))
        {
            var parent = Directory.Exists("/var/lib/postgresql") ? "/var/lib/postgresql" : "/var/lib";
            File.WriteAllText(location, Path.Combine(parent, $"mythoughts-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"));
        }

        return new(root, File.ReadAllText(location).Trim());
    }
}
