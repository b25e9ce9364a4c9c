using System.Net;
using System.Net.Sockets;

namespace MyThoughts.Users.Login;

/// <summary>
/// The network a request came from, by which wrong passwords are counted. IPv4 addresses are scarce: one stands for a household or an
/// office, and a wider net would lock neighbours out who have nothing to do with each other. In IPv6 each customer gets a /64 at
/// least, with more addresses than anybody could count, so that is one network.
/// </summary>
internal static class ClientNetwork
{
    private const int BytesOfPrefix = 8;

    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, BytesOfPrefix, bytes.Length - BytesOfPrefix);
        return $"{new IPAddress(bytes)}/64";
    }
}
