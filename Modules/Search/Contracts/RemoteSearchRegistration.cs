using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Search.Contracts;

/// <summary>Lets a host use Search where it runs in another process.</summary>
public static class RemoteSearchRegistration
{
    /// <summary>Registers <see cref="ISearch"/> over HTTP.</summary>
    /// <param name="host">The host that searches.</param>
    public static void AddRemoteSearch(this ModuleHostBuilder host) =>
        host.AddRemoteModule<ISearch, RemoteSearch>("search", (inner, meter) => new MeteredSearch(inner, meter));
}
