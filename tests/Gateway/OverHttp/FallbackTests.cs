using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Support;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>Every test has a visitor of the service and starts with both sides healthy.</summary>
[TestFixture(HttpProtocols.Http2), TestFixture(HttpProtocols.Http1)]
[Parallelizable]
internal sealed class FallbackTests(HttpProtocols protocol)
{
    private static readonly string Visitor = FixedVisitors.On("search", service: true, 25);

    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith", protocol);
        search = await Backend.StartAsync("service", protocol);
        var name = protocol == HttpProtocols.Http1 ? "http1" : "http2";
        gateway = await RunningGateway.StartAsync(monolith, search, $"--Clusters:monolith:Protocol={name}", $"--Clusters:search:Protocol={name}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [SetUp]
    public async Task RecoverAsync()
    {
        search.IsReady = monolith.IsReady = true;
        await gateway.UntilAvailableAsync("search", available: true);
        await gateway.UntilAvailableAsync("monolith", available: true);
        search.Seen.Clear();
        monolith.Seen.Clear();
        gateway.Log.Clear();
    }

    [Test]
    public async Task A_read_that_broke_before_its_answer_began_is_asked_of_the_other_side_once()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/search?do=break", Visitor);
        // Both break here: two requests in all, and then an answer that is an error.
        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (search.Seen.Count, monolith.Seen.Count).Should().Be((1, 1));
    }

    [TestCase("POST"), TestCase("DELETE"), TestCase("PUT")]
    public async Task A_write_is_never_sent_twice(string method)
    {
        // On a connection that has been in use: HttpClient itself would try again there.
        await gateway.GetAsync("/search", Visitor);
        search.Seen.Clear();
        using var response = await gateway.SendAsync(new(method), "/search?do=break", Visitor);
        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (search.Seen.Count, monolith.Seen.Count).Should().Be((1, 0));
    }

    [Test]
    public async Task A_read_with_a_body_is_not_sent_again()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/search?do=break") { Content = new StringContent("x") };
        request.Headers.Add("Cookie", $"visitor={Visitor}");
        using var response = await gateway.Client.SendAsync(request);
        (search.Seen.Count, monolith.Seen.Count).Should().Be((1, 0));
    }

    [Test]
    public async Task The_failure_is_booked_on_the_side_that_failed()
    {
        await search.StopAsync();
        try
        {
            (await gateway.GetAsync("/search/gone", Visitor)).Should().Be("monolith");
            await Eventually.HoldsAsync(() => gateway.HealthOf("search").Passive == DestinationHealth.Unhealthy, "the service is noticed");
            gateway.HealthOf("monolith").Passive.Should().NotBe(DestinationHealth.Unhealthy);
            await Eventually.HoldsAsync(() => gateway.Log.Lines.Any(line => line.Message.EndsWith("monolith fallback", StringComparison.Ordinal)), "the log says so");
        }
        finally
        {
            await search.StartAsync();
        }
    }

    [Test]
    public async Task A_service_that_died_costs_no_reads_and_comes_back_by_itself()
    {
        await search.StopAsync();
        for (var n = 0; n < 50; n++)
        {
            using var response = await gateway.SendAsync(n % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, "/search", Visitor);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        await search.StartAsync();
        var took = await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", Visitor) == "service", "the service is back");
        took.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task A_service_that_is_not_ready_gets_nothing()
    {
        search.IsReady = false;
        await gateway.UntilAvailableAsync("search", available: false);
        search.Seen.Clear();
        (await gateway.GetAsync("/search", Visitor)).Should().Be("monolith");
        using var write = await gateway.SendAsync(HttpMethod.Post, "/search", Visitor);
        (await write.Content.ReadAsStringAsync()).Should().Be("monolith");
        search.Seen.Should().BeEmpty();
        search.IsReady = true;
    }

    [Test]
    public async Task When_neither_side_is_ready_the_host_itself_answers()
    {
        search.IsReady = monolith.IsReady = false;
        await gateway.UntilAvailableAsync("search", available: false);
        await gateway.UntilAvailableAsync("monolith", available: false);
        using var response = await gateway.SendAsync(HttpMethod.Get, "/search?do=refuse", Visitor);
        search.IsReady = monolith.IsReady = true;
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.GetValues("Retry-After").Should().Equal("7");
        search.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task When_nobody_is_there_at_all_the_gateway_says_when_to_come_back()
    {
        await search.StopAsync();
        await monolith.StopAsync();
        try
        {
            using var problem = await gateway.SendAsync(HttpMethod.Post, "/search", Visitor);
            problem.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            problem.Headers.GetValues("Retry-After").Should().Equal("2");
            problem.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");

            using var page = await gateway.SendAsync(HttpMethod.Post, "/search", Visitor, ("Accept", "text/html"));
            page.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            page.Headers.GetValues("Retry-After").Should().Equal("2");
            page.Headers.GetValues("X-Request-ID").Should().ContainSingle();
            page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'");
            (await page.Content.ReadAsStringAsync()).Should().Contain("<h1>We will be right back</h1>");
        }
        finally
        {
            await monolith.StartAsync();
            await search.StartAsync();
        }
    }
}
