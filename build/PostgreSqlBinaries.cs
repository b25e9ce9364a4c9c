/// <summary>Finds the installed PostgreSQL server.</summary>
internal static class PostgreSqlBinaries
{
    /// <summary>Folder that holds <c>initdb</c>, or null.</summary>
    public static string? Find()
    {
        if (Command.Find("initdb") is { } program) return Path.GetDirectoryName(program);
        var parents = new[] { "/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", @"C:\Program Files\PostgreSQL" };
        return parents.Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) || File.Exists(Path.Combine(bin, "initdb.exe")));
    }
}
