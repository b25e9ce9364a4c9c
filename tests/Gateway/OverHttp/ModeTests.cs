using System.Net;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>Search has two workers here. Every test starts with both sides and both workers ready, and half of the visitors on each side.</summary>
[Parallelizable]
internal sealed class ModeTests
{
    private const string Monolith = "monolith";
    private const string First = "worker 1";
    private const string Second = "worker 2";
    private static readonly string OfService = FixedVisitors.On("search", service: true, 50);
    private static readonly string OfMonolith = FixedVisitors.On("search", service: false, 50);

    private Backend monolith = null!;
    private Backend first = null!;
    private Backend second = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync(Monolith);
        first = await Backend.StartAsync(First);
        second = await Backend.StartAsync(Second);
        gateway = await RunningGateway.StartAsync(monolith, first, $"--Clusters:search:Destinations:2={second.Address}");
        await gateway.Api.SetWeightAsync("search", 50);
        await gateway.UntilAvailableAsync("search", available: true);
        await gateway.UntilAvailableAsync("monolith", available: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        foreach (var host in new[] { monolith, first, second }) await host.DisposeAsync();
    }

    [SetUp]
    public async Task RecoverAsync()
    {
        foreach (var side in new[] { "monolith", "service" }) await gateway.Api.ChangeAsync(HttpMethod.Put, $"routes/search/{side}/mode", new { mode = "ready", force = true });
        foreach (var id in new[] { "1", "2" }) await gateway.Api.ChangeAsync(HttpMethod.Put, $"clusters/search/destinations/{id}/mode", new { mode = "ready" });
    }

    [Test]
    public async Task A_side_in_maint_gets_nobody_no_page_no_api_and_no_form()
    {
        await SideAsync("service", "maint");
        await ShouldBeAsync(OfService, [Monolith], "maint");
        await SideAsync("service", "ready");
        await SideAsync("monolith", "maint");
        await ShouldBeAsync(OfMonolith, [First, Second], "maint");
    }

    [Test]
    public async Task With_both_sides_in_maint_the_gateway_says_when_to_come_back_and_asks_nobody()
    {
        await SideAsync("service", "maint");
        await SideAsync("monolith", "maint", force: true);
        monolith.Seen.Clear();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var response = await gateway.SendAsync(method, "/search", OfService);
            response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            response.Headers.Contains("Retry-After").Should().BeTrue();
        }
        monolith.Seen.Should().BeEmpty();
    }

    [TestCase("service"), TestCase("monolith")]
    public async Task A_drain_keeps_those_who_were_there_and_sends_newcomers_to_the_other_side(string side)
    {
        var isService = side == "service";
        string[] here = isService ? [First, Second] : [Monolith];
        string[] elsewhere = isService ? [Monolith] : [First, Second];
        await SideAsync(side, "drain");
        await ShouldBeAsync(isService ? OfService : OfMonolith, here, "weight");
        await ShouldBeAsync(FixedVisitors.NewcomerOn("search", isService, 50), elsewhere, "drain");
        await ShouldBeAsync(isService ? OfMonolith : OfService, elsewhere, "weight");

        // Nobody knows since when a token's user has been here; who has no id at all comes just now.
        var user = Enumerable.Range(0, 100).Select(n => $"user-{n}").First(name => Gateway.Traffic.VisitorBucket.Of(name, "search") < 5_000 == isService);
        (await gateway.GetAsync("/search", null, ("Authorization", Tokens.Of(user)))).Should().BeOneOf(here);
        for (var time = 0; time < 10; time++) (await gateway.GetAsync("/search")).Should().BeOneOf(elsewhere);
    }

    [Test]
    public async Task A_drain_that_is_over_makes_newcomers_of_nobody()
    {
        await SideAsync("service", "drain");
        var newcomer = FixedVisitors.NewcomerOn("search", service: true, 50);
        (await gateway.GetAsync("/search", newcomer)).Should().Be(Monolith);
        await SideAsync("service", "ready");
        (await gateway.GetAsync("/search", newcomer)).Should().BeOneOf(First, Second);
    }

    [Test]
    public async Task Newcomers_stay_where_the_other_side_takes_nobody()
    {
        await SideAsync("service", "drain");
        await SideAsync("monolith", "maint");
        (await gateway.GetAsync("/search", FixedVisitors.NewcomerOn("search", service: true, 50))).Should().BeOneOf(First, Second);
    }

    [Test]
    public async Task One_bad_worker_is_taken_out_and_the_other_one_goes_on()
    {
        await WorkerAsync("1", "maint");
        await ShouldBeAsync(OfService, [Second], "weight");
        await WorkerAsync("1", "ready");
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", OfService) == First, "the worker is back");
    }

    [Test]
    public async Task A_worker_that_drains_gets_no_newcomers()
    {
        await WorkerAsync("1", "drain");
        var newcomer = FixedVisitors.NewcomerOn("search", service: true, 50);
        for (var time = 0; time < 20; time++) (await gateway.GetAsync("/search", newcomer)).Should().Be(Second);
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", OfService) == First, "those who were there may stay");
    }

    [Test]
    public async Task With_every_worker_in_maint_the_monolith_answers()
    {
        await WorkerAsync("1", "maint");
        (await gateway.Api.PutAsync("clusters/search/destinations/2/mode", new { mode = "maint" })).Status.Should().Be(422, "it is the last one");
        await WorkerAsync("2", "maint", force: true);
        await ShouldBeAsync(OfService, [Monolith], "maint");
    }

    [Test]
    public async Task A_worker_that_joins_gets_requests_once_it_has_answered_and_none_after_it_is_removed()
    {
        await using var third = await Backend.StartAsync("worker 3");
        third.IsReady = false;
        await gateway.Api.ChangeAsync(HttpMethod.Put, "clusters/search/destinations/3", new { address = third.Address });
        for (var time = 0; time < 20; time++) (await gateway.GetAsync("/search", OfService)).Should().BeOneOf(First, Second);
        third.IsReady = true;
        await Eventually.HoldsAsync(async () => await gateway.GetAsync("/search", OfService) == third.Name, "the new worker takes part");
        await gateway.Api.ChangeAsync(HttpMethod.Delete, "clusters/search/destinations/3?reason=gone");
        third.Seen.Clear();
        for (var time = 0; time < 20; time++) (await gateway.GetAsync("/search", OfService)).Should().BeOneOf(First, Second);
        third.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_worker_at_another_address_is_not_believed_well_because_the_one_before_was()
    {
        await using var late = await Backend.StartAsync("late");
        late.IsReady = false;
        await gateway.Api.ChangeAsync(HttpMethod.Put, "clusters/search/destinations/2", new { address = late.Address });
        late.Seen.Clear();
        for (var time = 0; time < 20; time++) (await gateway.GetAsync("/search", OfService)).Should().Be(First);
        await gateway.Api.ChangeAsync(HttpMethod.Put, "clusters/search/destinations/2", new { address = second.Address });
        await gateway.UntilAvailableAsync("search", available: true);
    }

    // A route is one unit.
    private async Task ShouldBeAsync(string visitor, string[] hosts, string reason)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/search"), (HttpMethod.Get, "/api/search/?q=x"), (HttpMethod.Post, "/search"), (HttpMethod.Head, "/search/deep") })
        {
            using var response = await gateway.SendAsync(method, path, visitor);
            response.Headers.GetValues("X-Served-Because").Should().Equal([reason], "of {0} {1}", method, path);
            response.Headers.GetValues("X-Served-By").Single().Should().Be(hosts.Contains(Monolith) ? Monolith : "service:search");
            if (method != HttpMethod.Head) (await response.Content.ReadAsStringAsync()).Should().BeOneOf(hosts);
        }
    }

    private Task<long> SideAsync(string side, string mode, bool force = false) => gateway.Api.ChangeAsync(HttpMethod.Put, $"routes/search/{side}/mode", new { mode, force });

    private Task<long> WorkerAsync(string id, string mode, bool force = false) => gateway.Api.ChangeAsync(HttpMethod.Put, $"clusters/search/destinations/{id}/mode", new { mode, force });
}
