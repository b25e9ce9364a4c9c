using MyThoughts.Chassis.Map;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>Where the replicas of one gateway belong: their database, and a folder for the operator's key and their files.</summary>
internal sealed class GatewayPlace : IAsyncDisposable
{
    private GatewayPlace(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }
    public string Folder { get; } = Directory.CreateTempSubdirectory("gateway-").FullName;
    public static HostProject Project { get; } = HostProject.Gateway(Map);
    private static ModuleMap Map => SystemUnderTest.Map;

    /// <summary>In the shared cluster, or in one that the test may stop.</summary>
    public static async Task<GatewayPlace> CreateAsync(TestCluster? cluster = null) => new(
        cluster is null ? await TestDatabase.CreateAsync(Registration.Schema) : await TestDatabase.CreateAsync(cluster, Registration.Schema));

    public string StateFile(string replica) => Path.Combine(Folder, $"state-{replica}.json");

    /// <summary>What a replica is told. Nobody listens at port 9.</summary>
    public Dictionary<string, string> Settings(string replica, Backend monolith, Backend? search) => new(
        Map.Modules.Select(module => KeyValuePair.Create($"Clusters:{module.Name}:Destinations:1", "http://127.0.0.1:9")))
    {
        ["Data:Folder"] = Folder,
        ["State:File"] = StateFile(replica),
        ["ConnectionStrings:gateway"] = Database.ConnectionString("gateway"),
        ["Shutdown:Drain"] = "00:00:00",
        ["Easing"] = "00:00:00",
        ["Clusters:monolith:Destinations:1"] = monolith.Address,
        ["Clusters:search:Destinations:1"] = search?.Address ?? "http://127.0.0.1:9",
    };

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
