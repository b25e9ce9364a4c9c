using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Embedded;

/// <summary>Finds the folder of the installed PostgreSQL programs.</summary>
public static class PostgresBinaries
{
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Looks in the named folder, or else on the PATH and where installers put PostgreSQL, newest first.</summary>
    /// <param name="folder">The setting <c>Postgres:Binaries</c>; null or empty to search.</param>
    /// <returns>A folder with initdb, pg_ctl and postgres.</returns>
    /// <exception cref="SettingException">There is none.</exception>
    public static string Find(string? folder)
    {
        var candidates = string.IsNullOrEmpty(folder) ? OnPath().Concat(WhereInstalled()) : [folder];
        return candidates.FirstOrDefault(IsComplete) ?? throw new SettingException(
            $"No PostgreSQL programs (initdb, pg_ctl, postgres) were found{(string.IsNullOrEmpty(folder) ? "" : $" in {folder}")}. "
            + $"Run `{InstallCommand()}`, or name their folder in Postgres:Binaries. Example: Postgres__Binaries=/usr/lib/postgresql/17/bin");
    }

    private static bool IsComplete(string folder) => Programs.All(program => File.Exists(Path.Combine(folder, Executable(program))));

    private static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    // Package managers put a link on the PATH; the other programs lie beside its target.
    private static IEnumerable<string> OnPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let program = Path.Combine(folder, Executable("initdb"))
        where File.Exists(program)
        select Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program);

    private static IEnumerable<string> WhereInstalled()
    {
        if (OperatingSystem.IsWindows())
        {
            var programFiles = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
            return Versions(Path.Combine(programFiles, "PostgreSQL"), "*", "bin");
        }

        return Versions("/usr/lib/postgresql", "*", "bin")                  // Debian, Ubuntu
            .Concat(Versions("/opt/homebrew/opt", "postgresql*", "bin"))    // Homebrew on Apple silicon
            .Concat(Versions("/usr/local/opt", "postgresql*", "bin"))       // Homebrew on Intel
            .Concat(Versions("/usr", "pgsql-*", "bin"))                     // PostgreSQL's own RPMs
            .Append("/usr/bin");
    }

    private static IEnumerable<string> Versions(string folder, string pattern, string below) =>
        Directory.Exists(folder)
            ? Directory.GetDirectories(folder, pattern).OrderByDescending(VersionOf).Select(version => Path.Combine(version, below))
            : [];

    private static int VersionOf(string folder) =>
        int.TryParse(string.Concat(Path.GetFileName(folder).Where(char.IsAsciiDigit)), out var version) ? version : 0;

    private static string InstallCommand() =>
        OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL.17"
        : OperatingSystem.IsMacOS() ? "brew install postgresql@17"
        : File.Exists("/etc/debian_version") ? "apt-get install postgresql"
        : "dnf install postgresql-server postgresql-contrib";
}
