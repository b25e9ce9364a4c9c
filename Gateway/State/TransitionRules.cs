namespace MyThoughts.Gateway.State;

/// <summary>What makes a change from one state to the next one that the gateway takes, given what it knows of the hosts.</summary>
internal static class TransitionRules
{
    /// <summary>Force lets pass what is unwise; nothing lets pass what is wrong.</summary>
    public static IReadOnlyList<Problem> Check(TrafficState old, TrafficState next, ITrafficFacts facts, bool force)
    {
        var problems = next.Clusters.SelectMany(cluster => OwnAddresses(cluster, facts))
            .Concat(next.Routes.SelectMany(route => Absent(old.Route(route.Name), route, facts))).ToList();
        if (!force) problems.AddRange([.. next.Routes.SelectMany(route => Unwise(old, next, route, facts)), .. next.Clusters.SelectMany(cluster => Emptied(old, cluster, facts))]);
        return problems;
    }

    private static IEnumerable<Problem> OwnAddresses(TrafficCluster cluster, ITrafficFacts facts) => cluster.Destinations
        .Where(destination => DestinationAddress.TryParse(destination.Address, out var address) && facts.IsOwn(address))
        .Select(destination => new Problem(
            $"clusters.{cluster.Name}.destinations.{destination.Id}", $"{destination.Address} is the gateway itself: requests would go in circles. Name a host behind it."));

    // What is wrong already, because the module left too early, is not this change's fault: it must neither keep operators from other
    // routes nor from mending this one step by step.
    private static IEnumerable<Problem> Absent(TrafficRoute? before, TrafficRoute route, ITrafficFacts facts)
    {
        if (!facts.IsAbsentAtMonolith(route.Cluster)) yield break;
        if (route.Weight.BasisPoints != Weight.All && before?.Weight != route.Weight) yield return new(
            $"routes.{route.Name}.weight", $"The {route.Cluster} module has left the monolith, whose answer would be 404: the weight must stay at 100. Put the module back first.");
        if (route.Monolith.Mode != Mode.Maint && before?.Monolith.Mode != route.Monolith.Mode) yield return new(
            $"routes.{route.Name}.monolith", $"The {route.Cluster} module has left the monolith, whose answer would be 404: its side must stay in maint. Put the module back first.");
    }

    private static IEnumerable<Problem> Unwise(TrafficState old, TrafficState next, TrafficRoute route, ITrafficFacts facts)
    {
        var before = old.Route(route.Name);
        if (route is { Monolith.Mode: Mode.Maint, Service.Mode: Mode.Maint } && before is not { Monolith.Mode: Mode.Maint, Service.Mode: Mode.Maint })
            yield return new($"routes.{route.Name}", "Both sides would be in maint, and every request answered with 503. Force it if that is what you want.");
        if (SendsMore(before, route) && next.Cluster(route.Cluster) is { } service && !facts.IsHealthy(service))
            yield return new($"routes.{route.Name}", $"The service {route.Cluster} has no healthy destination to send more visitors to. Start it, or force the change.");
        if (route.Monolith.Mode == Mode.Maint && before?.Monolith.Mode != Mode.Maint && next.Cluster(route.Cluster) is { } only && !facts.IsHealthy(only))
            yield return new($"routes.{route.Name}.monolith", $"The service {route.Cluster} has no healthy destination to take over. Start it, or force the change.");
    }

    private static IEnumerable<Problem> Emptied(TrafficState old, TrafficCluster cluster, ITrafficFacts facts)
    {
        if (old.Cluster(cluster.Name) is { } before && facts.IsHealthy(before) && !facts.IsHealthy(cluster)) yield return new(
            $"clusters.{cluster.Name}.destinations", $"{cluster.Name} would have no healthy destination left. Add another one first and wait until it is healthy, or force the change.");
    }

    private static bool SendsMore(TrafficRoute? before, TrafficRoute after) =>
        after.Service.Mode != Mode.Maint && after.Weight.BasisPoints > 0
        && (before is null || after.Weight.BasisPoints > before.Weight.BasisPoints || before.Service.Mode == Mode.Maint || before.Cluster != after.Cluster);
}
