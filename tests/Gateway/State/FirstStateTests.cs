using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class FirstStateTests
{
    private static readonly ModuleMap Map = ModuleMap.Load();

    [TestCase(true), TestCase(false)]
    public void It_is_what_the_module_map_says(bool isDevelopment)
    {
        var state = Of(isDevelopment);
        foreach (var module in Map.Modules)
        {
            state.Cluster(module.Name)!.Destinations.Single().Address.Should().Be($"http://127.0.0.1:{module.Ports.Proxied}");
            foreach (var route in module.Routes)
            {
                state.Route(route.Name)!.Weight.Percent.Should().Be(isDevelopment ? route.DevelopmentWeight : route.Weight);
                state.Route(route.Name)!.Paths.Should().Equal(route.Paths);
            }
        }
    }

    [Test]
    public void Settings_say_where_hosts_are_and_what_they_speak()
    {
        var cluster = Of(true, ("Clusters:search:Destinations:a", "http://10.0.0.5:7003/"), ("Clusters:search:Destinations:b", "http://10.0.0.6:7003"), ("Clusters:search:Protocol", "HTTP1")).Cluster("search")!;
        cluster.Protocol.Should().Be(Protocol.Http1);
        cluster.Destinations.Select(destination => (destination.Id, destination.Address)).Should().Equal(("a", "http://10.0.0.5:7003"), ("b", "http://10.0.0.6:7003"));
    }

    [TestCase("Clusters:serach:Protocol", "http2"), TestCase("Clusters:search:Protocol", "h3"), TestCase("Clusters:search:Destinations:1", "10.0.0.5")]
    [TestCase("Clusters:search:Destinations:1", "http://gateway.own:8080"), TestCase("Clusters:search:Destinations:A", "http://10.0.0.5:7003")]
    public void A_wrong_setting_stops_the_start(string setting, string value) =>
        FluentActions.Invoking(() => Of(true, (setting, value))).Should().Throw<SettingException>().Which.Message.Should().Contain("search").And.NotContain("\n");

    private static TrafficState Of(bool isDevelopment, params (string Name, string Value)[] settings) => FirstState.Of(
        Map, new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build(), isDevelopment,
        address => address.Host == "gateway.own");
}
