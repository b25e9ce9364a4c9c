using System.Security.Cryptography;

namespace MyThoughts.Chassis.Database.Embedded;

// One generated password a role, in PostgreSQL's own pgpass format, so that `PGPASSFILE=<file> psql` works for a curious developer.
internal sealed class ClusterPasswords
{
    private readonly Dictionary<string, string> passwords;

    private ClusterPasswords(Dictionary<string, string> passwords) => this.passwords = passwords;

    public string this[string role] => passwords[role];

    // To be called under the start lock: a role that the file lacks is added to it.
    public static ClusterPasswords Open(string path, IEnumerable<string> roles)
    {
        var passwords = File.Exists(path)
            ? File.ReadLines(path).Select(line => line.Split(':')).ToDictionary(fields => fields[3], fields => fields[4])
            : [];
        var known = passwords.Count;
        foreach (var role in roles) passwords.TryAdd(role, RandomNumberGenerator.GetHexString(32, lowercase: true));
        if (passwords.Count > known) Write(path, passwords);
        return new(passwords);
    }

    private static void Write(string path, Dictionary<string, string> passwords)
    {
        var draft = path + ".new";
        PrivateFile.Write(draft, string.Concat(passwords.Select(entry => $"127.0.0.1:*:*:{entry.Key}:{entry.Value}\n")));
        File.Move(draft, path, overwrite: true);
    }
}
