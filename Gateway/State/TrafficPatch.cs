namespace MyThoughts.Gateway.State;

/// <summary>
/// What a <c>traffic.json</c> says. What it does not name stays as it is; the paths of a route and the destinations of a cluster, where
/// it names them, are the whole list. A complete state is a patch too: what was exported can be applied again.
/// </summary>
internal sealed record TrafficPatch(IReadOnlyList<RoutePatch>? Routes = null, IReadOnlyList<ClusterPatch>? Clusters = null)
{
    public Edit ApplyTo(TrafficState state, DateTimeOffset now)
    {
        var problems = Nothings().ToList();
        if (problems.Count > 0) return new Edit(null, problems);
        problems = Doubled("routes", Routes?.Select(route => route.Name)).Concat(Doubled("clusters", Clusters?.Select(cluster => cluster.Name))).ToList();
        foreach (var cluster in Clusters ?? []) state = cluster.ApplyTo(state, now, problems);
        foreach (var route in Routes ?? []) state = route.ApplyTo(state, now, problems);
        return problems.Count == 0 ? state : new Edit(null, problems);
    }

    // JSON may say null where the types say that nobody does.
    private IEnumerable<Problem> Nothings() =>
        Nothing("routes", Routes).Concat(Nothing("clusters", Clusters))
            .Concat((Routes ?? []).Where(route => route is not null).SelectMany(route => Nothing($"routes.{route.Name}.paths", route.Paths)))
            .Concat((Clusters ?? []).Where(cluster => cluster is not null).SelectMany(cluster => Nothing($"clusters.{cluster.Name}.destinations", cluster.Destinations)));

    private static IEnumerable<Problem> Nothing<T>(string place, IReadOnlyList<T>? list) where T : class? =>
        list?.Any(item => item is null) == true ? [new(place, "There is a null in this list. Leave it out.")] : [];

    private static IEnumerable<Problem> Doubled(string place, IEnumerable<string>? names) => (names ?? [])
        .GroupBy(name => name).Where(same => same.Count() > 1)
        .Select(same => new Problem($"{place}.{same.Key}", "It stands there twice, and nobody can tell which one is meant. Keep one."));
}

/// <summary>A route to change, or a new one, which needs its paths and its cluster.</summary>
internal sealed record RoutePatch(
    string Name, IReadOnlyList<string>? Paths = null, string? Cluster = null, decimal? Weight = null, ModeState? Monolith = null, ModeState? Service = null)
{
    public TrafficState ApplyTo(TrafficState state, DateTimeOffset now, List<Problem> problems)
    {
        var old = state.Route(Name);
        if (old is null && (Paths is null || Cluster is null))
        {
            problems.Add(new($"routes.{Name}", "There is no such route. A new one needs 'paths' and 'cluster'."));
            return state;
        }

        var route = old ?? new(Name, [], "", default, ModeState.Ready, ModeState.Ready);
        var weight = route.Weight;
        if (Weight is { } percent && !State.Weight.TryFrom(percent, out weight)) problems.Add(new($"routes.{Name}.weight", State.Weight.Wanted));
        route = new(
            Name, Paths ?? route.Paths, Cluster ?? route.Cluster, weight,
            Monolith is null ? route.Monolith : route.Monolith.To(Monolith.Mode, now),
            Service is null ? route.Service : route.Service.To(Service.Mode, now));
        return old is null ? state with { Routes = [.. state.Routes, route] } : state.With(route);
    }
}

/// <summary>A cluster to change, or a new one, which needs its destinations.</summary>
internal sealed record ClusterPatch(string Name, Protocol? Protocol = null, IReadOnlyList<DestinationPatch>? Destinations = null)
{
    public TrafficState ApplyTo(TrafficState state, DateTimeOffset now, List<Problem> problems)
    {
        var old = state.Cluster(Name);
        if (old is null && Destinations is null)
        {
            problems.Add(new($"clusters.{Name}", "There is no such cluster. A new one needs 'destinations'."));
            return state;
        }

        var cluster = old ?? new(Name, State.Protocol.Http2, []);
        cluster = new(Name, Protocol ?? cluster.Protocol, Destinations is null ? cluster.Destinations : [.. Destinations.Select(one => one.ApplyTo(cluster, now))]);
        return old is null ? state with { Clusters = [.. state.Clusters, cluster] } : state.With(cluster);
    }
}

/// <summary>A destination of a cluster.</summary>
internal sealed record DestinationPatch(string Id, string Address, ModeState? Mode = null)
{
    public TrafficDestination ApplyTo(TrafficCluster cluster, DateTimeOffset now)
    {
        var old = cluster.Destination(Id)?.Mode ?? ModeState.Ready;
        return new(Id, DestinationAddress.Normalize(Address), Mode is null ? old : old.To(Mode.Mode, now));
    }
}
