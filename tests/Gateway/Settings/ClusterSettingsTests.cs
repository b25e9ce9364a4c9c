using System.Net;
using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Settings;
using Yarp.ReverseProxy.Configuration;

namespace MyThoughts.Gateway.Tests.Settings;

internal sealed class ClusterSettingsTests
{
    private static readonly ModuleMap Map = ModuleMap.Load();

    [TestCase("monolith", 7000), TestCase("users", 7001), TestCase("thoughts", 7002), TestCase("search", 7003)]
    public void Without_settings_a_cluster_is_one_host_on_its_proxied_port(string name, int port)
    {
        var cluster = Read([], name);
        cluster.Destinations!.Values.Select(destination => destination.Address).Should().Equal($"http://127.0.0.1:{port}");
        cluster.HttpRequest!.Version.Should().Be(HttpVersion.Version20);
        cluster.HttpRequest.VersionPolicy.Should().Be(HttpVersionPolicy.RequestVersionExact);
    }

    [Test]
    public void Settings_give_other_destinations_and_the_older_protocol()
    {
        var cluster = Read(
            new() { ["Clusters:search:Destinations:a"] = "http://a:81/", ["Clusters:search:Destinations:b"] = "https://b", ["Clusters:search:Protocol"] = "HTTP1" }, "search");
        cluster.Destinations!.Values.Select(destination => destination.Address).Should().BeEquivalentTo("http://a:81", "https://b");
        cluster.HttpRequest!.Version.Should().Be(HttpVersion.Version11);
    }

    [TestCase("Clusters:search:Destinations:a", "localhost:81"), TestCase("Clusters:search:Destinations:a", "ftp://a"), TestCase("Clusters:search:Destinations:a", "http://a/path")]
    [TestCase("Clusters:search:Destinations:a", ""), TestCase("Clusters:search:Protocol", "http3"), TestCase("Clusters:serach:Protocol", "http1")]
    public void A_wrong_setting_is_refused_by_name(string setting, string value) =>
        FluentActions.Invoking(() => Read(new() { [setting] = value }, "search")).Should().Throw<SettingException>().WithMessage($"*{setting[..15]}*Example: Clusters:search:*");

    private static ClusterConfig Read(Dictionary<string, string?> settings, string name) =>
        ClusterSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Map).Single(cluster => cluster.ClusterId == name);
}
