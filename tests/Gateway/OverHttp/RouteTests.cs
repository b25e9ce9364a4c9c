using System.Net;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>What an operator reads of routes.</summary>
[Parallelizable]
internal sealed class RouteTests
{
    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service");
        gateway = await RunningGateway.StartAsync(monolith, search);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task A_route_is_told_with_its_paths_its_sides_and_their_hosts()
    {
        await gateway.UntilAvailableAsync("search", available: true);
        var route = await gateway.Api.GetAsync("routes/search");
        route["paths"]!.AsArray().Select(path => path!.ToString()).Should().Equal("/search", "/api/search");
        route["cluster"]!.ToString().Should().Be("search");
        route["easedShare"]!.GetValue<decimal>().Should().Be(100);
        route["hasLeftMonolith"]!.GetValue<bool>().Should().BeFalse();
        route["service"]!["mode"]!.ToString().Should().Be("ready");
        var host = route["service"]!["destinations"]!.AsArray().Single()!;
        host["address"]!.ToString().Should().Be(search.Address);
        await Eventually.HoldsAsync(async () => (await HostOfServiceAsync())["active"]!.ToString() == "healthy", "the first health check has been answered");
        (await HostOfServiceAsync())["isAvailable"]!.GetValue<bool>().Should().BeTrue();
    }

    [Test]
    public async Task A_host_that_is_not_ready_is_told_as_such()
    {
        search.IsReady = false;
        await Eventually.HoldsAsync(async () => (await HostOfServiceAsync())["active"]!.ToString() == "unhealthy", "the health checks have noticed");
        (await HostOfServiceAsync())["isAvailable"]!.GetValue<bool>().Should().BeFalse();
        search.IsReady = true;
        await gateway.UntilAvailableAsync("search", available: true);
    }

    [Test]
    public async Task The_last_change_of_a_route_is_its_own_and_says_who_made_it_and_why()
    {
        await ChangeAsync("users", 12.5m, "Ticket 7");
        await ChangeAsync("search", 40, "Ticket 8");
        await ChangeAsync("search", 25, "Ticket 9");
        var users = (await gateway.Api.GetAsync("routes/users"))["lastChange"]!;
        (users["by"]!.ToString(), users["reason"]!.ToString()).Should().Be(("development", "Ticket 7"));
        users["changes"]!.AsArray().Single()!["to"]!.ToString().Should().Be("12.5%");
        DateTimeOffset.Parse(users["at"]!.ToString(), null).Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        (await gateway.Api.GetAsync("routes/search"))["lastChange"]!["reason"]!.ToString().Should().Be("Ticket 9");
        // Nobody has touched this one since the first start.
        (await gateway.Api.GetAsync("routes/thoughts"))["lastChange"]!["by"]!.ToString().Should().Be("gateway");
    }

    [Test]
    public async Task The_tag_is_that_of_the_state()
    {
        using var all = await gateway.Api.SendAsync(HttpMethod.Get, "routes");
        using var one = await gateway.Api.SendAsync(HttpMethod.Get, "routes/search");
        using var state = await gateway.Api.SendAsync(HttpMethod.Get, "state");
        all.Headers.ETag.Should().Be(state.Headers.ETag).And.Be(one.Headers.ETag);
        all.Headers.ETag!.Tag.Should().Be($"\"{JsonNode.Parse(await all.Content.ReadAsStringAsync())!["version"]}\"");
    }

    [Test]
    public async Task A_route_that_is_not_there_is_answered_with_those_that_are()
    {
        using var answer = await gateway.Api.SendAsync(HttpMethod.Get, "routes/serach");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain($"There is no route 'serach'. The routes are {string.Join(", ", SystemUnderTest.Map.Modules.Select(module => module.Name))}.");
    }

    private async Task<JsonNode> HostOfServiceAsync() => (await gateway.Api.GetAsync("routes/search"))["service"]!["destinations"]![0]!;

    private Task<long> ChangeAsync(string route, decimal weight, string reason) =>
        gateway.Api.ChangeAsync(HttpMethod.Put, $"routes/{route}/weight", new { weight, reason, force = true });
}
