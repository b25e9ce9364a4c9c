using System.Net;
using Microsoft.AspNetCore.Builder;

namespace MyThoughts.Chassis.Tests.Hosting;

public sealed class InternalPortTests
{
    private const string Key = "a-key-of-at-least-thirty-two-characters";

    [TestCase("/admin/version"), TestCase("/ADMIN/version/"), TestCase("/metrics"), TestCase("/internal/secret"), TestCase("/%61dmin/version")]
    public async Task Administration_is_not_found_on_the_public_port(string path)
    {
        await using var host = await ChassisHost.StartAsync(app => app.MapGet("/internal/secret", () => "secret"));
        (await host.Public.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await host.Internal.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_host_header_that_names_the_internal_port_opens_nothing()
    {
        await using var host = await ChassisHost.StartAsync(_ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/version") { Headers = { Host = host.Internal.BaseAddress!.Authority } };
        (await host.Public.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCase("/health/live"), TestCase("/health/ready"), TestCase("/healthcheck"), TestCase("/healthcheck/")]
    public async Task With_a_key_set_only_its_bearer_gets_in_and_health_stays_open(string health)
    {
        await using var host = await ChassisHost.StartAsync(_ => { }, $"--Listen:InternalKey={Key}");
        (await host.Internal.GetAsync("/metrics")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        host.Internal.DefaultRequestHeaders.Add("X-Internal-Key", Key + "x");
        (await host.Internal.GetAsync("/metrics")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        host.Internal.DefaultRequestHeaders.Remove("X-Internal-Key");
        (await host.Internal.GetAsync(health)).StatusCode.Should().Be(HttpStatusCode.OK);
        host.Internal.DefaultRequestHeaders.Add("X-Internal-Key", Key);
        (await host.Internal.GetAsync("/metrics")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
