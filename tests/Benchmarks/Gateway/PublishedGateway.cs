using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Gateway;

/// <summary>The published gateway, in Production, with its state in PostgreSQL.</summary>
internal static class PublishedGateway
{
    public static async Task<HostProcess> StartAsync(
        Workbench bench, string folder, TestDatabase database, HostProcess monolith, HostProcess service, CancellationToken cancellationToken)
    {
        var project = HostProject.Gateway(SystemUnderTest.Map);
        var start = new HostStart("gateway", bench.Host(project), HostAddresses.Free(project), Settings(folder, database, monolith, service));
        await using (await Launch.StartAsync(start with { Settings = In("Development", start.Settings) }, cancellationToken))
        {
            // A first start in Development makes the tables, the first state and a key; the weights are the same everywhere.
            using var api = new GatewayApi(start.Addresses.Internal, folder);
            await api.SetWeightAsync("search", 5);
            await api.SetWeightAsync("thoughts", 0);
        }
        return await Launch.StartAsync(start with { Settings = In("Production", start.Settings) }, cancellationToken);
    }

    private static Dictionary<string, string> Settings(string folder, TestDatabase database, HostProcess monolith, HostProcess service) => new()
    {
        ["Clusters:monolith:Destinations:1"] = monolith.Addresses.Proxied.ToString(),
        ["Clusters:search:Destinations:1"] = service.Addresses.Proxied.ToString(),
        ["Clusters:thoughts:Destinations:1"] = service.Addresses.Proxied.ToString(),
        ["Clusters:users:Destinations:1"] = service.Addresses.Proxied.ToString(),
        ["ConnectionStrings:gateway"] = database.ConnectionString("gateway"),
        ["ConnectionStrings:administrator"] = database.Administrator,
        ["State:File"] = Path.Combine(folder, "gateway-state.json"),
        ["Data:Folder"] = folder,
        ["DataProtection:Folder"] = Path.Combine(folder, "gateway-keys"),
        ["Shutdown:Drain"] = "00:00:00",
        // Neither HAProxy nor plain YARP writes a line per request here.
        ["Logging:LogLevel:MyThoughts.Requests"] = "Warning",
    };

    private static Dictionary<string, string> In(string environment, IReadOnlyDictionary<string, string> settings) =>
        new(settings) { ["ASPNETCORE_ENVIRONMENT"] = environment };
}
