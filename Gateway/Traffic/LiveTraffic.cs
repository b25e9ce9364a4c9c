using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Traffic;

/// <summary>The routing table in effect, and the way to another one.</summary>
internal sealed partial class LiveTraffic(
    ProxyClusters clusters, IProxyStateLookup proxy, IClusterDestinationsUpdater health, AbsentModules absent, Returns returns, TrafficMeter meter, TimeProvider clock,
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
        if (old?.Routes.Any(route => revision.State.Route(route.Name) is null) == true) meter.Restart();
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
                route.Name, route.Weight,
                SideOf(revision, route.Name, TrafficState.Monolith, route.Monolith, route.Cluster, CountersOf(route.Name, Side.Monolith)),
                SideOf(revision, route.Name, route.Cluster, route.Service, route.Cluster, CountersOf(route.Name, Side.Service)), returns.Of(route.Cluster));
            foreach (var path in route.Paths)
                if (PathPattern.TryParse(path, out var pattern)) paths.Add((pattern, split));
        }
        return new(revision, [.. paths], RestOf(revision));
    }

    private UnsplitPaths RestOf(Revision revision)
    {
        const string rest = TrafficRules.RestOfPaths;
        var (monolith, services) = (current?.Rest.Monolith.Counters ?? NewCounters(rest, Side.Monolith), current?.Rest.ServiceCounters ?? NewCounters(rest, Side.Service));
        return new(
            SideOf(revision, rest, TrafficState.Monolith, ModeState.Ready, module: null, monolith),
            [.. revision.State.Clusters.Where(cluster => cluster.Name != TrafficState.Monolith)
                .Select(cluster => SideOf(revision, rest, cluster.Name, ModeState.Ready, module: null, services))],
            services);
    }

    // A route that was there before goes on counting; one that is gone is forgotten with its table.
    private SideCounters CountersOf(string route, Side side) => current?.Route(route)?[side].Counters ?? NewCounters(route, side);

    private SideCounters NewCounters(string route, Side side) => new(route, side, meter, clock);

    private SplitSide SideOf(Revision revision, string route, string cluster, ModeState mode, string? module, SideCounters counters)
    {
        if (!proxy.TryGetCluster(cluster, out var running)) throw new InvalidOperationException($"YARP has no cluster '{cluster}'.");
        var name = cluster == TrafficState.Monolith ? cluster : $"service:{cluster}";
        var model = new RouteModel(new RouteConfig { RouteId = route, ClusterId = cluster }, running, new GatewayTransformer(showsSide ? new(name, revision.Version) : null));
        return new(name, mode, model, revision.State.Cluster(cluster)!, absent, module, counters);
    }

    [LoggerMessage(LogLevel.Information, "Version {Version} of the traffic state is in effect, made by {By}")]
    private partial void LogInEffect(long version, string by);

    [LoggerMessage(LogLevel.Information, "Route {Route} sends {Weight}% of its visitors to its service")]
    private partial void LogWeight(string route, Weight weight);
}
