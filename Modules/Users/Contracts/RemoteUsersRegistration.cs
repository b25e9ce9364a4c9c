using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Users.Contracts;

/// <summary>Lets a host use Users where it runs in another process.</summary>
public static class RemoteUsersRegistration
{
    /// <summary>Registers <see cref="IUsers"/> over HTTP.</summary>
    /// <param name="host">The host that needs it.</param>
    public static void AddRemoteUsers(this ModuleHostBuilder host) =>
        host.AddRemoteModule<IUsers, RemoteUsers>("users", (inner, meter) => new MeteredUsers(inner, meter));
}
