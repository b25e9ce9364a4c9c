using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Destinations;

/// <summary>
/// Which destinations are available: those that answered. While there is none, those that nobody has asked yet, or the first requests
/// after a start would find nobody; a destination that joins others waits for its first answer, for it may still be starting.
/// </summary>
internal sealed class ProbedPolicy : IAvailableDestinationsPolicy
{
    public const string PolicyName = "Probed";

    public string Name => PolicyName;

    public IReadOnlyList<DestinationState> GetAvailalableDestinations(ClusterConfig config, IReadOnlyList<DestinationState> allDestinations)
    {
        List<DestinationState> reachable = [.. allDestinations.Where(destination => destination.Health.Passive != DestinationHealth.Unhealthy)];
        List<DestinationState> healthy = [.. reachable.Where(destination => destination.Health.Active == DestinationHealth.Healthy)];
        return healthy.Count > 0 ? healthy : [.. reachable.Where(destination => destination.Health.Active == DestinationHealth.Unknown)];
    }
}
