using System.Net;
using System.Net.NetworkInformation;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Gateway.Destinations;

/// <summary>Tells the gateway's own addresses from those of hosts. A name is not looked up, but for this machine's own.</summary>
internal static class OwnAddresses
{
    public static bool Include(Uri address, ListenAddresses listen) => IsAt(listen.Public, address) || IsAt(listen.Internal, address);

    private static bool IsAt(IPEndPoint listen, Uri address)
    {
        if (address.Port != listen.Port) return false;
        var name = address.DnsSafeHost;
        var isThisMachine = name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase);
        if (isThisMachine) return true;
        if (!IPAddress.TryParse(name, out var ip)) return false;
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        // Whoever connects to 0.0.0.0 reaches this machine.
        var isHere = IPAddress.IsLoopback(ip) || IsAny(ip);
        return IsAny(listen.Address) ? isHere || IsOfThisMachine(ip) : ip.Equals(listen.Address) || (isHere && IPAddress.IsLoopback(listen.Address));
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static bool IsOfThisMachine(IPAddress address) => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses).Any(own => own.Address.Equals(address));
}
