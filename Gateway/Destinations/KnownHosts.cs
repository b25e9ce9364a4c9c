using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Destinations;

/// <summary>What this replica's health checks and its own addresses say.</summary>
internal sealed class KnownHosts(IProxyStateLookup proxy, AbsentModules absent, ListenAddresses addresses) : ITrafficFacts
{
    // A cluster or destination that YARP does not know is new, and nobody has asked it yet.
    public bool IsHealthy(TrafficCluster cluster) => proxy.TryGetCluster(cluster.Name, out var running)
        && cluster.Destinations.Any(destination => destination.Mode.Mode != Mode.Maint
            && running.Destinations.TryGetValue(destination.Id, out var state) && state.Model.Config.Address == destination.Address
            && state.Health is { Active: DestinationHealth.Healthy, Passive: not DestinationHealth.Unhealthy });

    public bool IsAbsentAtMonolith(string module) => proxy.TryGetCluster(TrafficState.Monolith, out var monolith)
        && monolith.Destinations.Keys.Any(destination => absent.HasLeft(module, TrafficState.Monolith, destination));

    public bool IsOwn(Uri address) => OwnAddresses.Include(address, addresses);
}
