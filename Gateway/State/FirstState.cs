using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Gateway.State;

/// <summary>
/// What the very first start writes into an empty database: the module map, and where the settings <c>Clusters:&lt;name&gt;</c> say that
/// hosts are. From then on the database is the truth, and these settings are read no more.
/// </summary>
internal static class FirstState
{
    private const string Section = "Clusters";

    /// <exception cref="SettingException">A setting, or the map, makes a state that the rules refuse.</exception>
    public static TrafficState Of(ModuleMap map, IConfiguration configuration, bool isDevelopment, Func<Uri, bool> isOwn)
    {
        var names = map.Modules.Select(module => module.Name).Prepend(TrafficState.Monolith).ToList();
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException(
                $"{unknown.Path} names no cluster. The clusters are {string.Join(", ", names)}. Example: {Section}:search:Protocol=http2");
        }

        var state = new TrafficState(
            [.. map.Modules.SelectMany(module => module.Routes.Select(route => Route(module, route, isDevelopment)))],
            [.. names.Select(name => Cluster(section.GetSection(name), name, map.Ports(name).Proxied, isOwn))]);
        return TrafficRules.Check(state) is [var first, ..] ? throw new SettingException($"The module map makes no state: {first.Place}: {first.Message}") : state;
    }

    private static TrafficRoute Route(MappedModule module, MappedRoute route, bool isDevelopment)
    {
        var percent = isDevelopment ? route.DevelopmentWeight : route.Weight;
        return Weight.TryFrom(percent, out var weight)
            ? new(route.Name, route.Paths, module.Name, weight, ModeState.Ready, ModeState.Ready)
            : throw new SettingException($"The module map gives route '{route.Name}' the weight {percent}. {Weight.Wanted} Example: 25");
    }

    private static TrafficCluster Cluster(IConfigurationSection settings, string name, int defaultPort, Func<Uri, bool> isOwn)
    {
        var configured = settings.GetSection("Destinations").GetChildren().Select(setting => Destination(setting, isOwn)).ToList();
        return new(name, ProtocolOf(settings.GetSection("Protocol")), configured.Count > 0 ? configured : [new("1", $"http://127.0.0.1:{defaultPort}", ModeState.Ready)]);
    }

    private static Protocol ProtocolOf(IConfigurationSection setting) => setting.Value?.ToLowerInvariant() switch
    {
        null or "http2" => Protocol.Http2,
        "http1" => Protocol.Http1,
        _ => throw new SettingException($"{setting.Path} is '{setting.Value}', which is neither http1 nor http2. Example: {setting.Path}=http2"),
    };

    private static TrafficDestination Destination(IConfigurationSection setting, Func<Uri, bool> isOwn)
    {
        if (!DestinationAddress.TryParse(setting.Value, out var address)) throw new SettingException(
            $"{setting.Path}: {DestinationAddress.Wanted(setting.Value).Replace("Example: ", $"Example: {setting.Path}=", StringComparison.Ordinal)}");
        if (isOwn(address)) throw new SettingException(
            $"{setting.Path} is '{setting.Value}', the gateway itself: requests would go in circles. Name a host behind it. Example: {setting.Path}=http://10.0.0.5:7003");
        return new(setting.Key, DestinationAddress.Normalize(setting.Value!), ModeState.Ready);
    }
}
