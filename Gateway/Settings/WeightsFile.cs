using Microsoft.Extensions.Configuration.Json;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Gateway.Settings;

/// <summary>
/// A settings file for what changes while the gateway runs, named by the setting <c>WeightsFile</c>; in Development
/// <c>weights.json</c> in the data folder. It need not exist, and is taken up when it appears.
/// </summary>
internal static class WeightsFile
{
    private const string Setting = "WeightsFile";

    public static void AddWeightsFile(this ConfigurationManager configuration, bool isDevelopment)
    {
        if (PathOf(configuration, isDevelopment) is not { } path) return;
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder))
            throw new SettingException($"{Setting} is '{path}', which is in no folder there is. Example: {Setting}=/etc/mythoughts/weights.json");

        var source = new LastGoodJsonSource { Path = path, Optional = true, ReloadOnChange = true };
        source.ResolveFileProvider();
        // After the other files, so that it wins over them, and before the environment and the command line, which win over files.
        var lastFile = configuration.Sources.ToList().FindLastIndex(other => other is JsonConfigurationSource);
        configuration.Sources.Insert(lastFile + 1, source);
    }

    private static string? PathOf(ConfigurationManager configuration, bool isDevelopment)
    {
        if (configuration[Setting] is { Length: > 0 } path) return Path.GetFullPath(path);
        return isDevelopment ? Path.Combine(Directory.CreateDirectory(DataFolder.Of(configuration)).FullName, "weights.json") : null;
    }
}
