using System.Net;
using MyThoughts.Gateway.Tests.Hosts;

namespace MyThoughts.Gateway.Tests.OverHttp;

internal sealed class BlockedTests
{
    private Backend monolith = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        gateway = await RunningGateway.StartAsync(monolith, search: null);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [TestCase("/admin"), TestCase("/admin/version/"), TestCase("/ADMIN/version"), TestCase("/internal/thoughts/changes"), TestCase("/metrics"), TestCase("/docs"), TestCase("/docs/index.html")]
    [TestCase("/openapi/v1.json"), TestCase("/%61dmin/version"), TestCase("/%41DMIN"), TestCase("/admin%2Fversion"), TestCase("/%2Fadmin"), TestCase("//admin/version"), TestCase("///metrics")]
    [TestCase("/./admin"), TestCase("/x/../admin"), TestCase("/search/../admin"), TestCase("/x/%2e%2e/admin"), TestCase("/x/%2E./metrics"), TestCase("/..%2fadmin"), TestCase("/\\admin")]
    [TestCase("/x\\..\\admin"), TestCase("/%5cadmin"), TestCase("/%2561dmin"), TestCase("/%252561dmin"), TestCase("/%252fadmin"), TestCase("/admin;x"), TestCase("/admin;v=1/version"), TestCase("/;/admin")]
    [TestCase("/x/..;/admin"), TestCase("/admin%3b"), TestCase("/admin%20"), TestCase("http://thoughts.example/admin/version"), TestCase("http://thoughts.example//admin")]
    [TestCase("http://thoughts.example/x/../internal"), TestCase("/health"), TestCase("/health/other"), TestCase("//health/ready"), TestCase("/%2568ealth/ready"), TestCase("//healthcheck"), TestCase("/admin?x=1")]
    public async Task No_spelling_of_a_blocked_path_reaches_a_host(string target)
    {
        var answer = await gateway.SendRawAsync(target);
        answer.Should().StartWith("HTTP/1.1 404 ").And.Contain("application/problem+json");
        monolith.Seen.Should().BeEmpty();
    }

    [TestCase("POST"), TestCase("DELETE"), TestCase("OPTIONS"), TestCase("PROPFIND")]
    public async Task No_method_reaches_one(string method)
    {
        (await gateway.SendRawAsync("/admin/users", method, "Content-Length: 0\r\n")).Should().StartWith("HTTP/1.1 404 ");
        monolith.Seen.Should().BeEmpty();
    }

    [TestCase("/health/live"), TestCase("/health/ready"), TestCase("/healthcheck"), TestCase("/healthcheck/")]
    public async Task Health_is_the_gateways_own(string path)
    {
        (await gateway.SendRawAsync(path)).Should().StartWith("HTTP/1.1 200 ").And.Contain("Healthy");
        monolith.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task The_internal_port_has_version_and_metrics_and_forwards_nothing()
    {
        using var client = new HttpClient { BaseAddress = gateway.Addresses.Internal, DefaultRequestHeaders = { Authorization = new("Bearer", gateway.Api.Key) } };
        (await client.GetAsync("/metrics")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/admin/version/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/search")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        monolith.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task People_get_the_same_as_a_page()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/docs", null, ("Accept", "text/html"));
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<h1>There is nothing here</h1>");
    }
}
