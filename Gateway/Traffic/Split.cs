using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Traffic;

/// <summary>
/// One side of a split. Its route model carries its cluster: balancing, passive health checks and tracing read the cluster from the
/// route, and would otherwise book this side's failures on the other.
/// </summary>
internal sealed record SplitSide(string Name, RouteModel Route, ClusterState Cluster)
{
    public bool IsReady => Cluster.DestinationsState.AvailableDestinations.Count > 0;

    public void Take(HttpContext context)
    {
        context.ReassignProxyRequest(Route, Cluster);
        var feature = context.GetReverseProxyFeature();
        // Nobody is ready, and somebody has to answer: the host itself, if it can, with a 503 that says when to come back.
        if (feature.AvailableDestinations.Count == 0) feature.AvailableDestinations = feature.AllDestinations;
    }
}

/// <summary>How one path of a route is divided.</summary>
internal abstract record Split(SplitSide Monolith);

/// <summary>A path that both sides serve.</summary>
internal sealed record SplitRoute(string RouteName, Weight Weight, SplitSide Monolith, SplitSide Service) : Split(Monolith)
{
    public SplitSide this[Side side] => side == Side.Service ? Service : Monolith;
}

/// <summary>Every path that no module owns: the monolith's, except for the assets that only a service has.</summary>
internal sealed record UnsplitRoute(SplitSide Monolith, IReadOnlyList<SplitSide> Services) : Split(Monolith);
