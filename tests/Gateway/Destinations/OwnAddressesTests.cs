using System.Net;
using System.Net.NetworkInformation;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Destinations;

namespace MyThoughts.Gateway.Tests.Destinations;

internal sealed class OwnAddressesTests
{
    private static readonly ListenAddresses OnLoopback = new(IPEndPoint.Parse("127.0.0.1:8080"), null, IPEndPoint.Parse("127.0.0.1:8081"), null);
    private static readonly ListenAddresses Everywhere = new(IPEndPoint.Parse("0.0.0.0:8080"), null, IPEndPoint.Parse("10.9.9.9:8081"), null);

    [TestCase("http://127.0.0.1:8080"), TestCase("http://localhost:8080"), TestCase("http://LOCALHOST:8081"), TestCase("http://[::1]:8080"), TestCase("http://127.1.2.3:8080"), TestCase("http://0.0.0.0:8080"), TestCase("http://[::ffff:127.0.0.1]:8081")]
    public void The_gateway_knows_itself_by_every_name_of_this_machine(string address)
    {
        OwnAddresses.Include(new(address), OnLoopback).Should().BeTrue();
        OwnAddresses.Include(new(address.Replace("8081", "8080", StringComparison.Ordinal)), Everywhere).Should().BeTrue();
    }

    [Test]
    public void Listening_everywhere_it_knows_the_addresses_of_its_networks_and_its_host_name()
    {
        foreach (var own in NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Where(own => own.Address.ScopeId() == 0))
            OwnAddresses.Include(new UriBuilder("http", own.Address.ToString(), 8080).Uri, Everywhere).Should().BeTrue("{0} is here", own.Address);
        OwnAddresses.Include(new($"http://{Dns.GetHostName()}:8080"), Everywhere).Should().BeTrue();
        OwnAddresses.Include(new("http://10.9.9.9:8081"), Everywhere).Should().BeTrue();
    }

    [TestCase("http://127.0.0.1:8000"), TestCase("http://192.0.2.1:8080"), TestCase("http://search.example:8080"), TestCase("http://192.0.2.1:8081"), TestCase("http://127.0.0.1:80")]
    public void Everything_else_is_somebody_else(string address)
    {
        OwnAddresses.Include(new(address), OnLoopback).Should().BeFalse();
        OwnAddresses.Include(new(address), Everywhere).Should().BeFalse();
    }
}

internal static class Addresses
{
    // The scope of a link-local address is no part of a URL.
    public static long ScopeId(this IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
