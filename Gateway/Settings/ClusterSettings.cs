using System.Net;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Proxy;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace MyThoughts.Gateway.Settings;

/// <summary>
/// The clusters: the monolith and each module's service, at the map's proxied ports unless <c>Clusters:&lt;name&gt;:Destinations:&lt;id&gt;</c>
/// says otherwise, over cleartext HTTP/2 unless <c>Clusters:&lt;name&gt;:Protocol</c> is <c>http1</c>.
/// </summary>
internal static class ClusterSettings
{
    public const string Monolith = "monolith";

    private const string Section = "Clusters";

    // YARP's own (15, 15 and 60 seconds) are far too slow for a recovery within 5 seconds.
    private static readonly HealthCheckConfig HealthChecks = new()
    {
        // The default would take every destination for available once all are unhealthy, and the split would never see it.
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyAndUnknown,
        Active = new() { Enabled = true, Policy = ReadyPolicy.PolicyName, Interval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(1), Path = "/health/ready" },
        // Longer than a probe and the wait for it: a host that restarts gets nothing before a probe has found it ready.
        Passive = new() { Enabled = true, Policy = UnreachablePolicy.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(3) },
    };

    /// <exception cref="SettingException">A cluster's settings are wrong.</exception>
    public static IReadOnlyList<ClusterConfig> Read(IConfiguration configuration, ModuleMap map)
    {
        var names = map.Modules.Select(module => module.Name).Prepend(Monolith).ToList();
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException(
                $"{unknown.Path} names no cluster. The clusters are {string.Join(", ", names)}. Example: {Section}:search:Protocol=http2");
        }

        return [.. names.Select(name => Read(section.GetSection(name), name, map.Ports(name).Proxied))];
    }

    private static ClusterConfig Read(IConfigurationSection settings, string name, int defaultPort) => new()
    {
        ClusterId = name,
        HttpRequest = new ForwarderRequestConfig
        {
            Version = Protocol(settings.GetSection("Protocol")),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Time without progress, in either direction; a long list may stream for as long as it moves.
            ActivityTimeout = TimeSpan.FromSeconds(30),
        },
        // Kestrel reads headers as UTF-8; without saying so here, a header that is not ASCII could not be sent on, and the answer would be 502.
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true, RequestHeaderEncoding = "utf-8" },
        HealthCheck = HealthChecks,
        Destinations = Destinations(settings.GetSection("Destinations"), defaultPort),
    };

    private static Version Protocol(IConfigurationSection setting) => setting.Value?.ToLowerInvariant() switch
    {
        null or "http2" => HttpVersion.Version20,
        "http1" => HttpVersion.Version11,
        _ => throw new SettingException($"{setting.Path} is '{setting.Value}', which is neither http1 nor http2. Example: {setting.Path}=http2"),
    };

    private static Dictionary<string, DestinationConfig> Destinations(IConfigurationSection settings, int defaultPort)
    {
        var configured = settings.GetChildren().ToDictionary(child => child.Key, child => new DestinationConfig { Address = Address(child) });
        return configured.Count > 0 ? configured : new() { ["1"] = new() { Address = $"http://127.0.0.1:{defaultPort}" } };
    }

    private static string Address(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address.GetLeftPart(UriPartial.Authority)
            : throw new SettingException(
                $"{setting.Path} is '{setting.Value}', which is no address of a scheme, a host and a port. Example: {setting.Path}=http://127.0.0.1:7003");
}
