using System.Globalization;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Support;

/// <summary>A gateway in front of a <see cref="SystemUnderTest"/>.</summary>
public sealed class GatewayUnderTest
{
    private static readonly TimeSpan LongestReload = TimeSpan.FromSeconds(10);

    private readonly WeightsFile weights;

    internal GatewayUnderTest(HostProcess host, WeightsFile weights) => (Host, this.weights) = (host, weights);

    /// <summary>Its process.</summary>
    public HostProcess Host { get; }

    /// <summary>Gives a route another weight while the gateway runs, and returns when it is in effect.</summary>
    /// <param name="route">The route's name in the module map.</param>
    /// <param name="weight">The percentage of visitors for the service.</param>
    public async Task SetWeightAsync(string route, decimal weight)
    {
        if (weights[route] == weight) return;
        var said = Host.NextLineAsync(
            line => line.Contains(string.Create(CultureInfo.InvariantCulture, $"Route {route} sends {weight}%"), StringComparison.Ordinal), LongestReload);
        weights.Set(route, weight);
        await said;
    }
}
