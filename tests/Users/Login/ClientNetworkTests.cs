using System.Net;
using MyThoughts.Users.Login;

namespace MyThoughts.Users.Tests.Login;

public sealed class ClientNetworkTests
{
    [TestCase("203.0.113.7", "203.0.113.7"), TestCase("::ffff:203.0.113.7", "203.0.113.7")]
    [TestCase("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), TestCase("2001:db8:1:2::1", "2001:db8:1:2::/64"), TestCase("::1", "::/64")]
    public void An_ipv4_address_is_a_network_and_so_is_an_ipv6_slash_64(string address, string network) =>
        ClientNetwork.Of(IPAddress.Parse(address)).Should().Be(network);

    [Test]
    public void No_address_is_one_network() => ClientNetwork.Of(null).Should().Be("unknown");
}
