using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Core;

/// <summary>Starts programs on ports that were silent before.</summary>
internal static class Launch
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <exception cref="VoidException">Somebody answers there already.</exception>
    public static async Task<HostProcess> StartAsync(HostStart start, CancellationToken cancellationToken)
    {
        foreach (var (_, port) in HostAddresses.Numbers(start.Addresses.Ports)) await CleanPort.EnsureAsync(port, cancellationToken);
        var host = HostProcess.Start(start with { IsSilent = true });
        try
        {
            await host.WaitUntilReadyAsync(LongestStart, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one of the programs that are compared with; it answers health as everything else.</summary>
    public static Task<HostProcess> PeerAsync(Workbench bench, string name, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) =>
        StartAsync(new(name, bench.Peer(name), Addresses(), settings), cancellationToken);

    public static HostAddresses Addresses() =>
        new(new MappedPorts(HostAddresses.FreePort(), HostAddresses.FreePort(), HostAddresses.FreePort()));
}
