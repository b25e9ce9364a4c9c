using System.Net;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy;

namespace MyThoughts.Gateway.Destinations;

/// <summary>What this replica's health checks and its own addresses say.</summary>
internal sealed class KnownHosts(IProxyStateLookup proxy, AbsentModules absent, ListenAddresses addresses) : ITrafficFacts
{
    // A cluster or destination that YARP does not know is new, and nobody has asked it yet.
    public bool IsHealthy(TrafficCluster cluster) => proxy.TryGetCluster(cluster.Name, out var running)
        && cluster.Destinations.Any(destination => destination.Mode.Mode != Mode.Maint
            && running.DestinationsState.AvailableDestinations.Any(available => available.DestinationId == destination.Id && available.Model.Config.Address == destination.Address));

    public bool IsAbsentAtMonolith(string module) => proxy.TryGetCluster(TrafficState.Monolith, out var monolith)
        && monolith.Destinations.Keys.Any(destination => absent.HasLeft(module, TrafficState.Monolith, destination));

    public bool IsOwn(Uri address)
    {
        if (address.Port != addresses.Public.Port && address.Port != addresses.Internal.Port) return false;
        if (address.IsLoopback) return true;
        return IPAddress.TryParse(address.Host, out var ip) && (ip.Equals(addresses.Public.Address) || ip.Equals(addresses.Internal.Address) || ip.Equals(IPAddress.Any));
    }
}
