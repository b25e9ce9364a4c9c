using System.Net;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>The search module has left the monolith, which says so and would answer 404.</summary>
[Parallelizable]
internal sealed class AbsentTests
{
    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [SetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service");
        gateway = await RunningGateway.StartAsync(monolith, search);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task Its_route_stays_where_it_has_to_stand_and_its_visitors_get_503_while_the_service_is_away_and_never_a_404()
    {
        await gateway.Api.SetWeightAsync("search", 100);
        await gateway.Api.ChangeAsync(HttpMethod.Put, "routes/search/monolith/mode", new { mode = "maint", force = true });
        monolith.Absent = "search";
        await Eventually.HoldsAsync(
            async () => (await gateway.Api.PostAsync("apply?dryRun=true&force=true", new { routes = new[] { new { name = "search", weight = 99 } } })).Status == 422, "the monolith's word is known");
        foreach (var (path, body) in new (string, object)[] { ("routes/search/weight", new { weight = 99.99, force = true }), ("routes/search/monolith/mode", new { mode = "ready", force = true }), ("routes/search/monolith/mode", new { mode = "drain", force = true }) })
        {
            var refused = await gateway.Api.PutAsync(path, body);
            refused.Status.Should().Be(422);
            refused.Text.Should().Contain("has left the monolith");
        }
        (await gateway.Api.PostAsync("undo", new { version = 1, force = true })).Status.Should().Be(422, "the first state would ask the monolith");

        monolith.Seen.Clear();
        await search.StopAsync();
        for (var time = 0; time < 20; time++)
        {
            using var response = await gateway.SendAsync(time % 2 == 0 ? HttpMethod.Get : HttpMethod.Post, "/search", FixedVisitors.Id(time));
            response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            response.Headers.Contains("Retry-After").Should().BeTrue();
        }
        monolith.Seen.Should().BeEmpty();
        await search.StartAsync();
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", FixedVisitors.Id(1)) == "service", "the service is back");
    }

    [Test]
    public async Task While_it_leaves_one_monolith_after_the_other_only_those_that_have_it_are_asked()
    {
        await using var before = await Backend.StartAsync("monolith before");
        await gateway.Api.ChangeAsync(HttpMethod.Put, "clusters/monolith/destinations/2", new { address = before.Address });
        await gateway.UntilAvailableAsync("monolith", available: true);
        monolith.Absent = "search";
        var visitor = FixedVisitors.On("search", service: false, 25);
        await Eventually.HoldsAsync(
            async () => (await gateway.Api.GetAsync($"explain?path=/search&visitor={visitor}"))["monolith"]!["healthy"]!.AsArray().Select(id => id!.GetValue<string>()).SequenceEqual(["2"]), "the monolith's word is known");
        monolith.Seen.Clear();
        for (var time = 0; time < 20; time++) (await gateway.GetAsync("/search", visitor)).Should().Be("monolith before");
        monolith.Seen.Should().BeEmpty();
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/elsewhere") == "monolith", "it is still asked for everything else");

        before.Absent = "search";
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", visitor) == "service", "nobody is sent where the answer would be 404");
        // It left too early, and the route is brought to where it has to stand step by step.
        (await gateway.Api.PutAsync("routes/search/weight", new { weight = 26 })).Status.Should().Be(422);
        (await gateway.Api.PutAsync("routes/users/weight", new { weight = 1, force = true })).Status.Should().Be(200);
        (await gateway.Api.PutAsync("routes/search/weight", new { weight = 100 })).Status.Should().Be(200);
        (await gateway.Api.PutAsync("routes/search/monolith/mode", new { mode = "maint" })).Status.Should().Be(200);
    }
}
