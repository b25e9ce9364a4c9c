using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Destinations;

/// <summary>
/// Passive health: a destination that cannot be reached is out at once, and has its next chance after the cluster's reactivation
/// period. A connection that breaks later says less, since one request may do that to a healthy host: it is left to the active checks.
/// YARP's own policy counts failures in a window, remembers them past the reactivation, and then takes the first success for a relapse.
/// </summary>
internal sealed class UnreachablePolicy(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "Unreachable";

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        var isUnreachable = context.GetForwarderErrorFeature() is { } error && Unreachable.Is(error);
        var reactivation = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? TimeSpan.FromSeconds(2);
        health.SetPassive(cluster, destination, isUnreachable ? DestinationHealth.Unhealthy : DestinationHealth.Healthy, reactivation);
    }
}
