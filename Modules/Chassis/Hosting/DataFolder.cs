using Microsoft.Extensions.Configuration;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Where a host in Development keeps what must outlive it: the embedded PostgreSQL and the Data Protection keys.</summary>
public static class DataFolder
{
    private const string Setting = "Data:Folder";

    /// <summary>Finds the folder: the setting <c>Data:Folder</c>, else <c>.data</c> beside the solution file above the host.</summary>
    /// <param name="configuration">The host's settings.</param>
    /// <returns>An absolute path; the folder may not exist yet.</returns>
    /// <exception cref="SettingException">The setting is absent and no solution file is above the host.</exception>
    public static string Of(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } folder) return Path.GetFullPath(folder);
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
            if (File.Exists(Path.Combine(parent.FullName, "MyThoughts.sln"))) return Path.Combine(parent.FullName, ".data");
        throw new SettingException($"{Setting} is not set, and the host does not run from the repository. Example: {Setting}=/var/lib/mythoughts");
    }
}
