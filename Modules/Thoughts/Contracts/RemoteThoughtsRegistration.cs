using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>Lets a host use the Thoughts module of another process.</summary>
public static class RemoteThoughtsRegistration
{
    /// <summary>Registers <see cref="IThoughts"/> over HTTP.</summary>
    /// <param name="host">The host.</param>
    public static void AddRemoteThoughts(this ModuleHostBuilder host) =>
        host.AddRemoteModule<IThoughts, RemoteThoughts>("thoughts", (inner, meter) => new MeteredThoughts(inner, meter));
}
