using Microsoft.Extensions.Configuration.Json;

namespace MyThoughts.Gateway.Settings;

/// <summary>
/// A JSON settings file that is watched and, when it can no longer be parsed, keeps what it said last. The framework's own would be
/// empty from then on, and every weight back at its default: a file saved by halves must not move traffic.
/// </summary>
internal sealed class LastGoodJsonSource : JsonConfigurationSource
{
    /// <summary>Replaces every watched JSON file among the sources.</summary>
    public static void ReplaceIn(IList<IConfigurationSource> sources)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i] is JsonConfigurationSource { ReloadOnChange: true } json and not LastGoodJsonSource) sources[i] = From(json);
        }
    }

    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new LastGoodJsonProvider(this);
    }

    private static LastGoodJsonSource From(JsonConfigurationSource json) => new()
    {
        FileProvider = json.FileProvider,
        Path = json.Path!,
        Optional = json.Optional,
        ReloadOnChange = true,
        ReloadDelay = json.ReloadDelay,
    };
}
