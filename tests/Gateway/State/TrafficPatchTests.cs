using System.Text.Json;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class TrafficPatchTests
{
    [Test]
    public void What_it_does_not_name_stays_as_it_is() => Apply("""{ "routes": [{ "name": "search", "weight": 50 }] }""").Next.Should()
        .BeEquivalentTo(States.WithRoute(route => route with { Weight = new(5_000) }));

    [TestCase("{}"), TestCase("""{ "routes": null }"""), TestCase("""{ "routes": [], "clusters": [] }""")]
    public void Nothing_named_is_nothing_changed(string json) => Apply(json).Next.Should().BeEquivalentTo(States.Usual);

    [Test]
    public void A_whole_state_is_a_patch_too() =>
        Apply(JsonSerializer.Serialize(States.Usual, TrafficJson.Options)).Next.Should().BeEquivalentTo(States.Usual);

    [Test]
    public void Paths_and_destinations_are_whole_lists_and_a_destination_keeps_its_mode()
    {
        var state = States.WithCluster(cluster => cluster.With(cluster.Destinations[0] with { Mode = new(Mode.Drain, States.Noon) }));
        var next = Apply("""
            { "routes": [{ "name": "search", "paths": ["/find"] }],
              "clusters": [{ "name": "search", "protocol": "http1", "destinations": [{ "id": "1", "address": "http://10.0.0.5:7003" }, { "id": "2", "address": "http://10.0.0.6:7003", "mode": { "mode": "maint" } }] }] }
            """, state).Next!;
        next.Route("search")!.Paths.Should().Equal("/find");
        next.Cluster("search")!.Protocol.Should().Be(Protocol.Http1);
        next.Cluster("search")!.Destinations.Should().Equal(
            new TrafficDestination("1", "http://10.0.0.5:7003", new(Mode.Drain, States.Noon)), new TrafficDestination("2", "http://10.0.0.6:7003", new(Mode.Maint)));
    }

    [Test]
    public void A_drain_begins_when_it_is_applied_whatever_the_file_says() =>
        Apply("""{ "routes": [{ "name": "search", "service": { "mode": "drain", "since": "2001-01-01T00:00:00Z" } }] }""").Next!
            .Route("search")!.Service.Should().Be(new ModeState(Mode.Drain, States.Noon));

    [Test]
    public void A_route_and_a_cluster_can_be_new()
    {
        var next = Apply("""
            { "routes": [{ "name": "media", "paths": ["/media"], "cluster": "media", "weight": 1 }],
              "clusters": [{ "name": "media", "destinations": [{ "id": "1", "address": "http://10.0.0.9:7009" }] }] }
            """).Next!;
        TrafficRules.Check(next).Should().BeEmpty();
        next.Route("media").Should().BeEquivalentTo(new TrafficRoute("media", ["/media"], "media", new(100), ModeState.Ready, ModeState.Ready));
    }

    [TestCase("""{ "routes": [{ "name": "media" }] }""", "routes.media", "'paths' and 'cluster'")]
    [TestCase("""{ "clusters": [{ "name": "media" }] }""", "clusters.media", "'destinations'")]
    [TestCase("""{ "routes": [{ "name": "search" }, { "name": "search", "weight": 1 }] }""", "routes.search", "twice")]
    [TestCase("""{ "clusters": [{ "name": "search" }, { "name": "search" }] }""", "clusters.search", "twice")]
    [TestCase("""{ "routes": [{ "name": "search", "weight": 100.01 }] }""", "routes.search.weight", "0 to 100")]
    [TestCase("""{ "routes": [{ "name": "search", "weight": 0.001 }] }""", "routes.search.weight", "steps of 0.01")]
    [TestCase("""{ "routes": [null] }""", "routes", "null"), TestCase("""{ "clusters": [null] }""", "clusters", "null")]
    [TestCase("""{ "routes": [{ "name": "search", "paths": [null] }] }""", "routes.search.paths", "null")]
    [TestCase("""{ "clusters": [{ "name": "search", "destinations": [null] }] }""", "clusters.search.destinations", "null")]
    public void What_it_gets_wrong_is_named_with_its_place(string json, string place, string message)
    {
        var edit = Apply(json);
        edit.Next.Should().BeNull();
        edit.Problems.Should().Contain(problem => problem.Place == place && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    private static Edit Apply(string json, TrafficState? state = null) =>
        JsonSerializer.Deserialize<TrafficPatch>(json, TrafficJson.Strict)!.ApplyTo(state ?? States.Usual, States.Noon);
}
