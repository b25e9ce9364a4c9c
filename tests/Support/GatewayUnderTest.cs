using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Support;

/// <summary>A gateway in front of a <see cref="SystemUnderTest"/>, with a database of its own for its state.</summary>
public sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly TestDatabase database;

    internal GatewayUnderTest(HostProcess host, TestDatabase database, string dataFolder) =>
        (Host, this.database, Api) = (host, database, new(host.Addresses.Internal, dataFolder));

    /// <summary>Its process.</summary>
    public HostProcess Host { get; }

    /// <summary>Its API.</summary>
    public GatewayApi Api { get; }

    /// <summary>Gives a route another weight while the gateway runs; it is in effect when this returns.</summary>
    /// <param name="route">The route's name in the module map.</param>
    /// <param name="weight">The percentage of visitors for the service.</param>
    public Task SetWeightAsync(string route, decimal weight) => Api.SetWeightAsync(route, weight);

    /// <summary>Gives every route of the map the same weight.</summary>
    /// <param name="map">The module map.</param>
    /// <param name="weight">The percentage of visitors for the services.</param>
    public Task SetWeightsAsync(ModuleMap map, decimal weight) => Api.ChangeAsync(
        HttpMethod.Post, "apply?force=true", new { routes = map.Modules.SelectMany(module => module.Routes).Select(route => new { name = route.Name, weight }) });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }
}
