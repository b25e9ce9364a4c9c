using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Support;

/// <summary>A gateway in front of a <see cref="SystemUnderTest"/>, with a database of its own for its state.</summary>
public sealed class GatewayUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly TestDatabase database;
    private HostStart start;

    internal GatewayUnderTest(HostStart start, TestDatabase database, string dataFolder) =>
        (this.start, Host, this.database, Api) = (start, HostProcess.Start(start), database, new(start.Addresses.Internal, dataFolder));

    /// <summary>Its process.</summary>
    public HostProcess Host { get; private set; }

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

    /// <summary>Starts it again, at the addresses it had and with its state, and waits until it is ready.</summary>
    /// <param name="change">What is different this time and from now on.</param>
    public async Task StartAgainAsync(Func<HostStart, HostStart> change)
    {
        await Host.DisposeAsync();
        start = change(start);
        Host = HostProcess.Start(start);
        await Host.WaitUntilReadyAsync(LongestStart, CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }
}
