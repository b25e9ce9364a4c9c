using System.Globalization;
using System.Net;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Keeps YARP's clusters as the state has them. YARP has one route for every path: which side a path goes to is decided here, not there.</summary>
internal sealed class ProxyClusters(InMemoryConfigProvider proxy) : IConfigChangeListener
{
    private const string Everything = "everything";
    private static readonly TimeSpan LongestApply = TimeSpan.FromSeconds(10);

    // YARP's own (15, 15 and 60 seconds) are far too slow for a recovery within 5 seconds.
    private static readonly HealthCheckConfig HealthChecks = new()
    {
        AvailableDestinationsPolicy = ProbedPolicy.PolicyName,
        Active = new() { Enabled = true, Policy = ReadyPolicy.PolicyName, Interval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(1), Path = "/health/ready" },
        // Longer than a probe and the wait for it: a host that restarts gets nothing before a probe has found it ready.
        Passive = new() { Enabled = true, Policy = UnreachablePolicy.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(3) },
    };

    private TaskCompletionSource<bool>? applying;
    private string? awaited;
    private int number;

    /// <summary>Before any state is known: every path is the gateway's, and no cluster has a host.</summary>
    public static IReadOnlyList<ClusterConfig> Nobody { get; } = [new() { ClusterId = TrafficState.Monolith }];

    public static IReadOnlyList<RouteConfig> Routes { get; } =
        [new() { RouteId = Everything, ClusterId = TrafficState.Monolith, Match = new() { Path = "/{**path}" }, Order = int.MaxValue }];

    /// <summary>Returns when YARP has taken the clusters of a state; one caller at a time.</summary>
    public async Task ApplyAsync(TrafficState state)
    {
        ClusterConfig[] next = [.. state.Clusters.Select(ConfigOf)];
        if (next.SequenceEqual(proxy.GetConfig().Clusters)) return;
        applying = new(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited = (++number).ToString(CultureInfo.InvariantCulture);
        proxy.Update(Routes, next, awaited);
        if (!await applying.Task.WaitAsync(LongestApply)) throw new InvalidOperationException("YARP refuses the clusters of the state.");
    }

    public void ConfigurationApplied(IReadOnlyList<IProxyConfig> proxyConfigs) => Tell(proxyConfigs, isApplied: true);

    public void ConfigurationApplyingFailed(IReadOnlyList<IProxyConfig> proxyConfigs, Exception exception) => Tell(proxyConfigs, isApplied: false);

    public void ConfigurationLoaded(IReadOnlyList<IProxyConfig> proxyConfigs)
    {
    }

    public void ConfigurationLoadingFailed(IProxyConfigProvider configProvider, Exception exception)
    {
    }

    private void Tell(IReadOnlyList<IProxyConfig> configs, bool isApplied)
    {
        if (configs.Any(config => config.RevisionId == awaited)) applying?.TrySetResult(isApplied);
    }

    private static ClusterConfig ConfigOf(TrafficCluster cluster) => new()
    {
        ClusterId = cluster.Name,
        HttpRequest = new ForwarderRequestConfig
        {
            Version = cluster.Protocol == Protocol.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Time without progress, in either direction; a long list may stream for as long as it moves.
            ActivityTimeout = TimeSpan.FromSeconds(30),
        },
        // Kestrel reads headers as UTF-8; without saying so here, a header that is not ASCII could not be sent on, and the answer would be 502.
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true, RequestHeaderEncoding = "utf-8" },
        HealthCheck = HealthChecks,
        Destinations = cluster.Destinations.ToDictionary(destination => destination.Id, destination => new DestinationConfig { Address = destination.Address }),
    };
}
