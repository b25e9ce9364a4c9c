using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Support.Hosts;

/// <summary>Where a host listens, all on loopback.</summary>
/// <param name="Ports">Its ports.</param>
public sealed record HostAddresses(MappedPorts Ports)
{
    // None is given twice: its host may not have started yet.
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public Uri Public => Address(Ports.Public);
    public Uri Internal => Address(Ports.Internal);
    public Uri Proxied => Address(Ports.Proxied);

    internal IEnumerable<KeyValuePair<string, string>> Settings =>
        Numbers(Ports).Select(port => KeyValuePair.Create($"Listen:{port.Name}", $"127.0.0.1:{port.Number.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Ports that nobody uses at this moment, as many as the host has by default.</summary>
    public static HostAddresses Free(HostProject host)
    {
        var free = Numbers(host.Ports).Select(_ => FreePort()).ToList();
        return new(new MappedPorts(free[0], free[1], free.ElementAtOrDefault(2)));
    }

    /// <summary>Whether a host could listen there now.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The ports by name; a host that is not behind the gateway has no proxied one.</summary>
    public static IEnumerable<(string Name, int Number)> Numbers(MappedPorts ports)
    {
        yield return ("Public", ports.Public);
        yield return ("Internal", ports.Internal);
        if (ports.Proxied != 0) yield return ("Proxied", ports.Proxied);
    }

    /// <summary>A port that nobody uses at this moment.</summary>
    // Below the range that outgoing connections are given, so that none takes the port before the host does, or while it restarts.
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (Given.TryAdd(port, true) && IsFree(port)) return port;
        }
    }

    private static Uri Address(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
}
