namespace MyThoughts.Gateway.State;

/// <summary>What this replica knows of the hosts when a change is judged.</summary>
internal interface ITrafficFacts
{
    /// <summary>Whether a cluster has a destination that answered its last health check, those in maint aside.</summary>
    bool IsHealthy(TrafficCluster cluster);

    /// <summary>Whether a host of the monolith says that the module has left it: its paths are 404 there.</summary>
    bool IsAbsentAtMonolith(string module);

    /// <summary>Whether an address is the gateway's own.</summary>
    bool IsOwn(Uri address);
}
