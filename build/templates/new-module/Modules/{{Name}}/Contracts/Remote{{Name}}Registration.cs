using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;

namespace MyThoughts.{{Name}}.Contracts;

/// <summary>Lets a host use the {{Name}} module of another process.</summary>
public static class Remote{{Name}}Registration
{
    /// <summary>Registers <see cref="I{{Name}}"/> over HTTP.</summary>
    /// <param name="host">The host.</param>
    public static void AddRemote{{Name}}(this ModuleHostBuilder host) =>
        host.AddRemoteModule<I{{Name}}, Remote{{Name}}>("{{name}}", (inner, meter) => new Metered{{Name}}(inner, meter));
}
