using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Control;

/// <summary>Reads what the pages, the API and the command line show of routes.</summary>
internal sealed class RouteOverviews(LiveTraffic traffic, TrafficFigures figures, LastChanges changes, IProxyStateLookup proxy, AbsentModules absent)
{
    /// <summary>All routes; null until the first state is known.</summary>
    public async Task<TrafficOverview?> ReadAsync(CancellationToken cancellationToken)
    {
        if (traffic.Current is not { } table) return null;
        var revision = table.Revision;
        var touched = await changes.OfAsync(revision, cancellationToken);
        return new(
            revision.Version, revision.At, revision.By, revision.Reason,
            [.. revision.State.Routes.Select(route => Overview(route, table, touched.GetValueOrDefault(route.Name)))],
            new(figures.OfRest(Side.Monolith), figures.OfRest(Side.Service)));
    }

    private RouteOverview Overview(TrafficRoute route, RoutingTable table, RouteChange? lastChange)
    {
        var state = table.Revision.State;
        var monolith = SideOf(route, Side.Monolith, state.Cluster(TrafficState.Monolith)!);
        return new(
            route.Name, route.Paths, route.Cluster, route.Weight, (table.Route(route.Name)?.Return.Share() ?? Weight.All) / 100m,
            monolith.Destinations.Any(destination => destination.IsAbsent), monolith, SideOf(route, Side.Service, state.Cluster(route.Cluster)!), lastChange);
    }

    private SideOverview SideOf(TrafficRoute route, Side side, TrafficCluster cluster)
    {
        var running = proxy.TryGetCluster(cluster.Name, out var found) ? found : null;
        return new(route[side].Mode, route[side].Since, cluster.Name, [.. cluster.Destinations.Select(Overview)], figures.Of(route, side));

        DestinationOverview Overview(TrafficDestination destination)
        {
            var state = running?.Destinations.GetValueOrDefault(destination.Id);
            return new(
                destination.Id, destination.Address, destination.Mode.Mode, destination.Mode.Since,
                state?.Health.Active ?? DestinationHealth.Unknown, state?.Health.Passive ?? DestinationHealth.Unknown,
                state is not null && running!.DestinationsState.AvailableDestinations.Contains(state), absent.HasLeft(route.Cluster, cluster.Name, destination.Id));
        }
    }
}
