namespace MyThoughts.Gateway.State;

/// <summary>Everything an operator decides about traffic: one document, replaced as a whole, so that nothing is ever half applied.</summary>
internal sealed record TrafficState(IReadOnlyList<TrafficRoute> Routes, IReadOnlyList<TrafficCluster> Clusters)
{
    /// <summary>The cluster that every route starts from.</summary>
    public const string Monolith = "monolith";

    public TrafficRoute? Route(string name) => Routes.FirstOrDefault(route => route.Name == name);

    public TrafficCluster? Cluster(string name) => Clusters.FirstOrDefault(cluster => cluster.Name == name);

    public TrafficState With(TrafficRoute changed) =>
        this with { Routes = [.. Routes.Select(route => route.Name == changed.Name ? changed : route)] };

    public TrafficState With(TrafficCluster changed) =>
        this with { Clusters = [.. Clusters.Select(cluster => cluster.Name == changed.Name ? changed : cluster)] };
}

/// <summary>A named set of paths with two sides: the monolith, and the cluster of a service that bears the module's name.</summary>
internal sealed record TrafficRoute(
    string Name, IReadOnlyList<string> Paths, string Cluster, Weight Weight, ModeState Monolith, ModeState Service)
{
    public ModeState this[Side side] => side == Side.Service ? Service : Monolith;

    public TrafficRoute With(Side side, ModeState mode) => side == Side.Service ? this with { Service = mode } : this with { Monolith = mode };
}

/// <summary>Hosts that serve the same, and how the gateway speaks to them.</summary>
internal sealed record TrafficCluster(string Name, Protocol Protocol, IReadOnlyList<TrafficDestination> Destinations)
{
    public TrafficDestination? Destination(string id) => Destinations.FirstOrDefault(destination => destination.Id == id);

    public TrafficCluster With(TrafficDestination changed) => this with
    {
        Destinations = Destination(changed.Id) is null
            ? [.. Destinations, changed]
            : [.. Destinations.Select(destination => destination.Id == changed.Id ? changed : destination)],
    };
}

/// <summary>One host of a cluster.</summary>
internal sealed record TrafficDestination(string Id, string Address, ModeState Mode);

/// <summary>How requests travel to a cluster, in cleartext.</summary>
internal enum Protocol
{
    /// <summary>HTTP/2 without TLS: many requests on one connection.</summary>
    Http2,

    /// <summary>HTTP/1.1, for services that speak nothing else.</summary>
    Http1,
}

/// <summary>The two sides of a route.</summary>
internal enum Side
{
    Monolith,
    Service,
}
