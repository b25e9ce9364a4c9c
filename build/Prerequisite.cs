using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Hosting;

/// <summary>A program that the tests need and no package manager of .NET brings.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Find">Where it is on this machine, or null.</param>
/// <param name="DebianPackages">What to install on Debian.</param>
/// <param name="HomebrewPackage">What to install on macOS.</param>
/// <param name="WindowsPackage">What to install on Windows; null where there is none for it.</param>
internal sealed record Prerequisite(string Name, Func<string?> Find, string[] DebianPackages, string HomebrewPackage, string? WindowsPackage)
{
    public static readonly Prerequisite PostgreSql =
        new("PostgreSQL", FindPostgreSql, ["postgresql"], "postgresql@17", "PostgreSQL.PostgreSQL.17");

    public static readonly Prerequisite Chromium =
        // Fonts are only recommended by the browser's package, and without a text font every page is in monospace.
        new("Chromium", MyThoughts.Support.Browser.Chromium.Find, ["chromium", "fonts-liberation"], "--cask google-chrome", "Google.Chrome");

    public static readonly Prerequisite Wrk =
        new("wrk", () => Command.Find("wrk"), ["wrk"], "wrk", null);

    public static readonly Prerequisite HaProxy =
        // Debian keeps it where only root's PATH looks.
        new("haproxy", () => Command.Find("haproxy") ?? Array.Find(["/usr/sbin/haproxy", "/usr/local/sbin/haproxy"], File.Exists), ["haproxy"], "haproxy", null);

    /// <summary>Installs what is missing where that is possible, else stops with the command to run.</summary>
    public static async Task EnsureAsync(CancellationToken stop, params Prerequisite[] all)
    {
        var missing = Array.FindAll(all, prerequisite => prerequisite.Find() is null);
        if (missing is []) return;
        var installable = Array.FindAll(missing, prerequisite => !(IsUbuntu && prerequisite == Chromium));
        if (HasApt && Environment.IsPrivilegedProcess && installable is not []) await InstallAsync(installable, stop);
        if (Array.Find(missing, prerequisite => prerequisite.Find() is null) is { } still)
            throw new TaskFailedException($"{still.Name} is not installed. {still.Advice}");
    }

    private string Advice =>
        OperatingSystem.IsWindows() ? WindowsPackage is null ? "It does not exist for Windows: use WSL." : $"Run: winget install {WindowsPackage}"
        : OperatingSystem.IsMacOS() ? $"Run: brew install {HomebrewPackage}"
        : IsUbuntu && this == Chromium ? "Ubuntu has it only as a snap: install Google Chrome, https://www.google.com/chrome/"
        : HasApt ? $"Run: sudo apt-get update && sudo apt-get install --yes {string.Join(' ', DebianPackages)}"
        : $"Run: your package manager's install command for {DebianPackages[0]}";

    private static bool HasApt => OperatingSystem.IsLinux() && Command.Find("apt-get") is not null;

    private static bool IsUbuntu => File.Exists("/etc/os-release") && File.ReadLines("/etc/os-release").Contains("ID=ubuntu");

    private static async Task InstallAsync(Prerequisite[] missing, CancellationToken stop)
    {
        Console.WriteLine($"Installing {string.Join(", ", missing.Select(prerequisite => prerequisite.Name))}…");
        if (missing.Contains(PostgreSql)) KeepDebianFromStartingACluster();
        Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
        const string advice = "Mend what apt-get says above, or install by hand.";
        await Command.RunAsync("apt-get", ["update", "--quiet=2"], advice, stop);
        string[] packages = [.. missing.SelectMany(prerequisite => prerequisite.DebianPackages)];
        await Command.RunAsync("apt-get", ["install", "--yes", "--quiet=2", "--no-install-recommends", .. packages], advice, stop);
    }

    // The package would make a cluster and start it on the standard port; ours is private to the repository.
    private static void KeepDebianFromStartingACluster()
    {
        const string file = "/etc/postgresql-common/createcluster.conf";
        if (File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "create_main_cluster = false\n");
    }

    private static string? FindPostgreSql()
    {
        try
        {
            return PostgresBinaries.Find(Environment.GetEnvironmentVariable("Postgres__Binaries"));
        }
        catch (SettingException)
        {
            return null;
        }
    }
}
