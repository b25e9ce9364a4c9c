using System.Globalization;
using System.Net;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Rehearsal;

/// <summary>
/// Gives the monolith another configuration without a gap: a second instance joins the cluster, gets healthy, the first is taken out
/// of it, drains and stops.
/// </summary>
internal sealed class RollingMonolith(SystemUnderTest system, GatewayApi api)
{
    private static readonly Dictionary<string, string> Settings = new() { ["Shutdown:Drain"] = "00:00:01" };
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(15);

    private HostProcess running = system.Monolith;
    private int id = 1;

    public async Task RestartAsync(Dictionary<string, HostingMode> modes)
    {
        var (old, oldId) = (running, id++);
        running = await system.StartMonolithAsync(modes, Settings);
        await api.ChangeAsync(HttpMethod.Put, PathOf(id), new { address = running.Addresses.Proxied });
        // The gateway refuses to take the last healthy destination out: once it does not, the new one is healthy.
        await Eventually.HoldsAsync(() => TryCloseAsync(oldId), "the new instance of the monolith is healthy", LongestProbe);
        await old.StopAsync();
        await api.ChangeAsync(HttpMethod.Delete, PathOf(oldId));
    }

    private async Task<bool> TryCloseAsync(int destination)
    {
        using var answer = await api.SendAsync(HttpMethod.Put, $"{PathOf(destination)}/mode", new { mode = "maint" });
        if (answer.StatusCode != HttpStatusCode.UnprocessableEntity) answer.EnsureSuccessStatusCode();
        return answer.IsSuccessStatusCode;
    }

    private static string PathOf(int destination) => string.Create(CultureInfo.InvariantCulture, $"clusters/monolith/destinations/{destination}");
}
