using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Traffic;

[Category(Claim.Category), Category("boundary")]
internal sealed class AdministrationPathTests
{
    [Test]
    public async Task The_version_is_404_through_the_gateway_and_200_on_the_internal_ports()
    {
        foreach (var weight in new[] { 0, 50, 100 })
            (await new Visitor(_ => TheSystem.Gateway(weight).Addresses.Public).GetAsync("/admin/version/")).Status.Should().Be(404);

        var hosts = SystemUnderTest.Map.Modules.Select(module => TheSystem.Service(module.Name)).Append(TheSystem.Monolith).ToList();
        foreach (var host in hosts)
            (await new Visitor(_ => host.Addresses.Internal).GetAsync("/admin/version/")).Status.Should().Be(200, "on the internal port of {0}", host.Name);

        // The gateway's own is for those who have a key.
        var admin = new Visitor(_ => TheSystem.Gateway(50).Addresses.Internal);
        (await admin.GetAsync("/admin/version/")).Status.Should().Be(401);
        admin.Token = (await File.ReadAllTextAsync(Path.Combine(TheSystem.Running.Folder, "operator-key"))).Trim();
        (await admin.GetAsync("/admin/version/")).Status.Should().Be(200);
        Claim.Holds("/admin/version/ is reachable on internal ports alone", $"404 through the gateway, 200 on {hosts.Count + 1} internal ports");
    }

    [Test]
    public async Task The_proxied_port_of_a_host_is_no_way_around()
    {
        using var client = new HttpClient { DefaultRequestVersion = new(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        foreach (var host in new[] { TheSystem.Monolith, TheSystem.Service("users") })
            foreach (var path in new[] { "admin/version/", "metrics", "internal/thoughts/changes" })
                ((int)(await client.GetAsync(new Uri(host.Addresses.Proxied, path))).StatusCode).Should().Be(404, "{0} of {1}", path, host.Name);
    }
}
