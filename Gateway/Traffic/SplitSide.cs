using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Traffic;

/// <summary>
/// One side of a route in one revision of the state. Its route model carries its cluster: balancing, passive health checks and tracing
/// read the cluster from the route, and would otherwise book this side's failures on the other. Its destinations are those of the
/// revision: YARP changes its own list under requests that began before.
/// </summary>
internal sealed class SplitSide
{
    private readonly AbsentModules absent;
    private readonly string? module;
    private readonly IReadOnlyList<DestinationState> everybody;
    private readonly IReadOnlyList<(DestinationState State, ModeState Mode)> destinations;
    private readonly bool isPlain;

    /// <param name="name">What logs call it: <c>monolith</c>, or <c>service:search</c>.</param>
    /// <param name="mode">The side's mode.</param>
    /// <param name="route">YARP's route model with this side's cluster in it.</param>
    /// <param name="cluster">The cluster as the state has it.</param>
    /// <param name="absent">Which modules have left which host.</param>
    /// <param name="module">The module whose paths these are; null for paths of no module.</param>
    public SplitSide(string name, ModeState mode, RouteModel route, TrafficCluster cluster, AbsentModules absent, string? module)
    {
        (Name, Mode, Route, this.absent, this.module) = (name, mode, route, absent, module);
        everybody = Cluster.DestinationsState.AllDestinations;
        destinations = [.. cluster.Destinations
            .Select(destination => (State: everybody.FirstOrDefault(state => state.DestinationId == destination.Id), destination.Mode))
            .Where(destination => destination.State is not null)!];
        isPlain = cluster.Destinations.All(destination => destination.Mode.Mode == State.Mode.Ready);
    }

    public string Name { get; }

    public ModeState Mode { get; }

    public RouteModel Route { get; }

    public ClusterState Cluster => Route.Cluster!;

    /// <summary>Whether anybody may be sent here: not in maint, and the module has not left.</summary>
    public bool IsPermitted => Mode.Mode != State.Mode.Maint && (isPlain && absent.IsEmpty || destinations.Any(IsOpen));

    /// <summary>The destinations that have answered, those in maint among them.</summary>
    public IReadOnlyList<DestinationState> Healthy => Cluster.DestinationsState.AvailableDestinations;

    public SideView ViewOf(Visitor visitor) => new(IsPermitted, Candidates(visitor).Count > 0, visitor.IsNewcomer(Mode.Since));

    /// <summary>Healthy destinations that this visitor may be sent to.</summary>
    public IReadOnlyList<DestinationState> Candidates(Visitor visitor)
    {
        var state = Cluster.DestinationsState;
        if (isPlain && absent.IsEmpty && ReferenceEquals(state.AllDestinations, everybody)) return state.AvailableDestinations;
        var candidates = new List<DestinationState>(destinations.Count);
        foreach (var destination in destinations)
        {
            if (IsOpen(destination) && !visitor.IsNewcomer(destination.Mode.Since) && state.AvailableDestinations.Contains(destination.State)) candidates.Add(destination.State);
        }
        return candidates;
    }

    public void Take(HttpContext context, Visitor visitor)
    {
        context.ReassignProxyRequest(Route, Cluster);
        var candidates = Candidates(visitor);
        // Nobody is ready, and somebody has to answer: the host itself, if it can, with a 503 that says when to come back.
        context.GetReverseProxyFeature().AvailableDestinations =
            candidates.Count > 0 ? candidates : [.. destinations.Where(IsOpen).Select(destination => destination.State)];
    }

    private bool IsOpen((DestinationState State, ModeState Mode) destination) =>
        destination.Mode.Mode != State.Mode.Maint
        && (module is null || !absent.HasLeft(module, Cluster.ClusterId, destination.State.DestinationId));
}
