namespace MyThoughts.Gateway.State;

/// <summary>The changes that an operator can ask for, one at a time. Each is a function of the state alone.</summary>
internal static class Edits
{
    public static Edit SetWeight(TrafficState state, string route, decimal percent)
    {
        if (state.Route(route) is not { } found) return NoRoute(state, route);
        if (!Weight.TryFrom(percent, out var weight)) return Edit.Refused($"routes.{route}.weight", Weight.Wanted);
        return state.With(found with { Weight = weight });
    }

    public static Edit SetMode(TrafficState state, string route, Side side, Mode mode, DateTimeOffset now)
    {
        if (state.Route(route) is not { } found) return NoRoute(state, route);
        return state.With(found.With(side, found[side].To(mode, now)));
    }

    /// <summary>Adds a destination, or gives one another address.</summary>
    public static Edit PutDestination(TrafficState state, string cluster, string id, string address)
    {
        if (state.Cluster(cluster) is not { } found) return NoCluster(state, cluster);
        var mode = found.Destination(id)?.Mode ?? ModeState.Ready;
        return state.With(found.With(new TrafficDestination(id, DestinationAddress.Normalize(address), mode)));
    }

    public static Edit RemoveDestination(TrafficState state, string cluster, string id)
    {
        if (state.Cluster(cluster) is not { } found) return NoCluster(state, cluster);
        if (found.Destination(id) is not { } gone) return NoDestination(found, id);
        return state.With(found with { Destinations = [.. found.Destinations.Where(destination => destination != gone)] });
    }

    public static Edit SetDestinationMode(TrafficState state, string cluster, string id, Mode mode, DateTimeOffset now)
    {
        if (state.Cluster(cluster) is not { } found) return NoCluster(state, cluster);
        if (found.Destination(id) is not { } destination) return NoDestination(found, id);
        return state.With(found.With(destination with { Mode = destination.Mode.To(mode, now) }));
    }

    /// <summary>Brings an earlier state back. A drain that was over begins anew: who came in between is no newcomer to it.</summary>
    public static Edit Restore(TrafficState state, TrafficState wanted, DateTimeOffset now) => new TrafficState(
        [.. wanted.Routes.Select(route => route with
        {
            Monolith = Again(state.Route(route.Name)?.Monolith, route.Monolith, now),
            Service = Again(state.Route(route.Name)?.Service, route.Service, now),
        })],
        [.. wanted.Clusters.Select(cluster => cluster with
        {
            Destinations = [.. cluster.Destinations.Select(destination => destination with
            {
                Mode = Again(state.Cluster(cluster.Name)?.Destination(destination.Id)?.Mode, destination.Mode, now),
            })],
        })]);

    private static ModeState Again(ModeState? present, ModeState wanted, DateTimeOffset now) => (present ?? ModeState.Ready).To(wanted.Mode, now);

    private static Edit NoRoute(TrafficState state, string name) =>
        Edit.Refused($"routes.{name}", $"There is no route '{name}'. The routes are {string.Join(", ", state.Routes.Select(route => route.Name))}.");

    private static Edit NoCluster(TrafficState state, string name) =>
        Edit.Refused($"clusters.{name}", $"There is no cluster '{name}'. The clusters are {string.Join(", ", state.Clusters.Select(cluster => cluster.Name))}.");

    private static Edit NoDestination(TrafficCluster cluster, string id) => Edit.Refused(
        $"clusters.{cluster.Name}.destinations.{id}",
        $"There is no destination '{id}'. Those of {cluster.Name} are {string.Join(", ", cluster.Destinations.Select(destination => destination.Id))}.");
}
