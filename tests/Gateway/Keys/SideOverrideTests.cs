using Microsoft.AspNetCore.Http;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Keys;

internal sealed class SideOverrideTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly OperatorKey Anna = OperatorKey.Create("anna", Role.Operator).Key;
    private static readonly OperatorKey Viewer = OperatorKey.Create("vera", Role.Viewer).Key;
    private static readonly string Demand = SideOverride.Sign(Anna, "search", Side.Service, Now.AddMinutes(5));

    [Test]
    public void A_signed_demand_is_heard_in_the_header_and_in_the_cookie()
    {
        Read(Demand).Should().Be(Side.Service);
        Read(SideOverride.Sign(Anna, "search", Side.Monolith, Now)).Should().Be(Side.Monolith, "its last second counts");
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = $"side={Demand}" } } };
        Reader().Read(context, "search").Should().Be(Side.Service);
        context.Request.Headers[SideOverride.Header] = SideOverride.Sign(Anna, "search", Side.Monolith, Now);
        Reader().Read(context, "search").Should().Be(Side.Monolith, "the header is nearer than the cookie");
    }

    [Test]
    public void Nothing_is_heard_unless_the_setting_says_so()
    {
        Reader(isEnabled: false).Read(Demand, "search").Should().BeNull();
        Reader(isEnabled: false).Read(new DefaultHttpContext { Request = { Headers = { [SideOverride.Header] = Demand } } }, "search").Should().BeNull();
    }

    [Test]
    public void It_is_for_its_route_until_its_end_from_an_operators_key_in_force()
    {
        Read(Demand, route: "thoughts").Should().BeNull();
        Read(SideOverride.Sign(Anna, "search", Side.Service, Now.AddSeconds(-1))).Should().BeNull();
        Read(SideOverride.Sign(Viewer, "search", Side.Service, Now.AddMinutes(5))).Should().BeNull();
        Read(SideOverride.Sign(OperatorKey.Create("gone", Role.Operator).Key, "search", Side.Service, Now.AddMinutes(5))).Should().BeNull();
    }

    [Test]
    public void No_character_of_it_can_be_changed()
    {
        for (var at = 0; at < Demand.Length; at++)
            foreach (var other in "0a.x")
                if (other != Demand[at]) Read(Demand[..at] + other + Demand[(at + 1)..]).Should().BeNull("character {0} is another one", at);
    }

    [TestCase(""), TestCase("service"), TestCase("...."), TestCase("search.service.99999999999999999999.x.y"), TestCase("search.service.-1.x.y"), TestCase("search.service.1.x"), TestCase("search.\ud800.1.x.y")]
    public void Rubbish_demands_nothing(string text) => Read(text).Should().BeNull();

    [Test]
    public void One_demand_does_not_make_another()
    {
        var parts = Demand.Split('.');
        Read($"search.monolith.{parts[2]}.{parts[3]}.{parts[4]}").Should().BeNull();
        Read($"search.service.9{parts[2]}.{parts[3]}.{parts[4]}").Should().BeNull();
        Read($"search.service.{parts[2]}.{Viewer.Id}.{parts[4]}").Should().BeNull();
        Read($"search.service.{parts[2]}.{parts[3]}.").Should().BeNull();
        Read($"search.service.{parts[2]}.{parts[3]}.{parts[4].ToUpperInvariant()}").Should().BeNull();
        Read(Demand + new string('0', 200)).Should().BeNull();
        // The side is signed, but there are two sides only.
        Read(Demand.Replace("service", "nowhere", StringComparison.Ordinal)).Should().BeNull();
    }

    private static Side? Read(string text, string route = "search") => Reader().Read(text, route);

    private static SideOverride Reader(bool isEnabled = true)
    {
        var keys = new KeyRing();
        keys.Replace([Viewer, Anna]);
        return new(keys, new TestClock(Now), isEnabled);
    }
}
