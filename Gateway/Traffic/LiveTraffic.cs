using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Traffic;

/// <summary>The routing table in effect, and the way to another one.</summary>
internal sealed partial class LiveTraffic(
    ProxyClusters clusters, IProxyStateLookup proxy, IClusterDestinationsUpdater health, AbsentModules absent, Returns returns,
    IConfiguration configuration, IHostEnvironment environment, ILogger<LiveTraffic> logger)
{
    private readonly bool showsSide = configuration.ReadSwitch("ServedBy:Header", environment.IsDevelopment());
    private volatile RoutingTable? current;

    /// <summary>Null until the first state is known.</summary>
    public RoutingTable? Current => current;

    /// <summary>Raised after another revision is in effect.</summary>
    public event Action<Revision>? Changed;

    /// <summary>Puts a revision into effect, whole: requests that have begun end by the one before. One caller at a time.</summary>
    public async Task ApplyAsync(Revision revision)
    {
        var old = current?.Revision.State;
        await clusters.ApplyAsync(revision.State);
        foreach (var cluster in revision.State.Clusters) Prepare(cluster, old?.Cluster(cluster.Name));
        current = TableOf(revision);
        LogInEffect(revision.Version, revision.By);
        foreach (var route in revision.State.Routes.Where(route => old?.Route(route.Name)?.Weight != route.Weight)) LogWeight(route.Name, route.Weight);
        Changed?.Invoke(revision);
    }

    private void Prepare(TrafficCluster cluster, TrafficCluster? before)
    {
        returns.Of(cluster.Name).Close(cluster.Destinations.Where(destination => destination.Mode.Mode == Mode.Maint).Select(destination => destination.Id));
        if (!proxy.TryGetCluster(cluster.Name, out var running)) return;
        // YARP would go on believing what the host at the old address said.
        foreach (var moved in cluster.Destinations.Where(destination => before?.Destination(destination.Id) is { } known && known.Address != destination.Address))
            if (running.Destinations.TryGetValue(moved.Id, out var state)) state.Health.Active = state.Health.Passive = DestinationHealth.Unknown;
        health.UpdateAvailableDestinations(running);
    }

    private RoutingTable TableOf(Revision revision)
    {
        var state = revision.State;
        var paths = new List<(PathPattern, SplitRoute)>();
        foreach (var route in state.Routes)
        {
            var split = new SplitRoute(
                route.Name, route.Weight, SideOf(revision, route.Name, TrafficState.Monolith, route.Monolith, route.Cluster),
                SideOf(revision, route.Name, route.Cluster, route.Service, route.Cluster), returns.Of(route.Cluster));
            foreach (var path in route.Paths)
                if (PathPattern.TryParse(path, out var pattern)) paths.Add((pattern, split));
        }
        var services = state.Clusters.Where(cluster => cluster.Name != TrafficState.Monolith)
            .Select(cluster => SideOf(revision, TrafficRules.RestOfPaths, cluster.Name, ModeState.Ready, module: null)).ToList();
        return new(revision, paths, new(SideOf(revision, TrafficRules.RestOfPaths, TrafficState.Monolith, ModeState.Ready, module: null), services));
    }

    private SplitSide SideOf(Revision revision, string route, string cluster, ModeState mode, string? module)
    {
        if (!proxy.TryGetCluster(cluster, out var running)) throw new InvalidOperationException($"YARP has no cluster '{cluster}'.");
        var name = cluster == TrafficState.Monolith ? cluster : $"service:{cluster}";
        var model = new RouteModel(new RouteConfig { RouteId = route, ClusterId = cluster }, running, new GatewayTransformer(showsSide ? new(name, revision.Version) : null));
        return new(name, mode, model, revision.State.Cluster(cluster)!, absent, module);
    }

    [LoggerMessage(LogLevel.Information, "Version {Version} of the traffic state is in effect, made by {By}")]
    private partial void LogInEffect(long version, string by);

    [LoggerMessage(LogLevel.Information, "Route {Route} sends {Weight}% of its visitors to its service")]
    private partial void LogWeight(string route, Weight weight);
}
