using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
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
    private readonly (DestinationState State, ModeState Mode)[] destinations;
    private readonly bool isDraining;
    private readonly RequestSide[] notes;
    private volatile Hosts? known;

    /// <param name="name">What logs call it: <c>monolith</c>, or <c>service:search</c>.</param>
    /// <param name="mode">The side's mode.</param>
    /// <param name="route">YARP's route model with this side's cluster in it.</param>
    /// <param name="cluster">The cluster as the state has it.</param>
    /// <param name="absent">Which modules have left which host.</param>
    /// <param name="module">The module whose paths these are; null for paths of no module.</param>
    /// <param name="counters">What counts this side's requests.</param>
    public SplitSide(string name, ModeState mode, RouteModel route, TrafficCluster cluster, AbsentModules absent, string? module, SideCounters counters)
    {
        (Name, Mode, Route, Counters, this.absent, this.module) = (name, mode, route, counters, absent, module);
        var everybody = Cluster.DestinationsState.AllDestinations;
        destinations = [.. cluster.Destinations
            .Select(destination => (State: everybody.FirstOrDefault(state => state.DestinationId == destination.Id), destination.Mode))
            .Where(destination => destination.State is not null)!];
        isDraining = cluster.Destinations.Any(destination => destination.Mode.Mode == State.Mode.Drain);
        notes = Array.ConvertAll(Enum.GetValues<Reason>(), reason => new RequestSide(name, reason.ToLogText()));
    }

    public string Name { get; }

    public ModeState Mode { get; }

    public RouteModel Route { get; }

    public SideCounters Counters { get; }

    public ClusterState Cluster => Route.Cluster!;

    /// <summary>Whether anybody may be sent here: not in maint, and the module has not left.</summary>
    public bool IsPermitted => Mode.Mode != State.Mode.Maint && Known().Open.Length > 0;

    /// <summary>The destinations that have answered, those in maint among them.</summary>
    public IReadOnlyList<DestinationState> Healthy => Cluster.DestinationsState.AvailableDestinations;

    /// <summary>How many hosts are healthy and take requests.</summary>
    public int HealthyCount => Known().Healthy.Length;

    public SideView ViewOf(Visitor visitor) => new(IsPermitted, HasCandidate(visitor), visitor.IsNewcomer(Mode.Since));

    /// <summary>Healthy destinations that this visitor may be sent to.</summary>
    public IReadOnlyList<DestinationState> Candidates(Visitor visitor) =>
        isDraining ? CandidatesWhileDraining(visitor) : Known().Healthy;

    /// <summary>What the log says of a request that came here.</summary>
    public RequestSide Note(Reason reason) => notes[(int)reason];

    /// <summary>Makes it the side that the request is sent to, and notes why.</summary>
    public void Take(HttpContext context, Visitor visitor, Reason reason)
    {
        Note(reason).NoteOn(context);
        context.ReassignProxyRequest(Route, Cluster);
        var candidates = Candidates(visitor);
        // Nobody is ready, and somebody has to answer: the host itself, if it can, with a 503 that says when to come back.
        context.GetReverseProxyFeature().AvailableDestinations = candidates.Count > 0 ? candidates : Known().Open;
    }

    // Apart, because of what the lambda captures.
    private DestinationState[] CandidatesWhileDraining(Visitor visitor) => [.. Known().Healthy.Where(state => IsCandidate(state, visitor))];

    // Asked twice for each request, and so without making a list.
    private bool HasCandidate(Visitor visitor)
    {
        foreach (var state in Known().Healthy)
        {
            if (IsCandidate(state, visitor)) return true;
        }
        return false;
    }

    private bool IsCandidate(DestinationState state, Visitor visitor)
    {
        if (!isDraining) return true;
        foreach (var destination in destinations)
        {
            if (destination.State == state) return !visitor.IsNewcomer(destination.Mode.Since);
        }
        return false;
    }

    // Found again when health has changed, or a module has left a host or come back.
    private Hosts Known()
    {
        var (version, health, last) = (absent.Version, Cluster.DestinationsState, known);
        if (last is not null && last.Version == version && ReferenceEquals(last.Health, health)) return last;
        DestinationState[] open = [.. destinations.Where(IsOpen).Select(destination => destination.State)];
        return known = new(version, health, open, [.. open.Where(health.AvailableDestinations.Contains)]);
    }

    private bool IsOpen((DestinationState State, ModeState Mode) destination) =>
        destination.Mode.Mode != State.Mode.Maint
        && (module is null || !absent.HasLeft(module, Cluster.ClusterId, destination.State.DestinationId));

    /// <summary>The hosts of one moment: those that may be asked, and those of them that are healthy.</summary>
    private sealed record Hosts(int Version, ClusterDestinationsState Health, DestinationState[] Open, DestinationState[] Healthy);
}
