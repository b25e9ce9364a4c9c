using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class TransitionRulesTests
{
    private static readonly ModeState Maint = new(Mode.Maint);
    private static readonly TrafficState More = States.WithRoute(route => route with { Weight = new(5_000) });

    [Test]
    public void More_visitors_for_a_service_that_is_well_are_taken() => Problems(More, new()).Should().BeEmpty();

    [Test]
    public void More_visitors_for_a_service_without_a_healthy_destination_are_refused_unless_forced()
    {
        Problems(More, new() { Sick = "search" }).Should().Equal("routes.search");
        Problems(More, new() { Sick = "search" }, force: true).Should().BeEmpty();
    }

    [Test]
    public void Fewer_visitors_are_always_taken() =>
        Problems(States.WithRoute(route => route with { Weight = new(100) }), new() { Sick = "search" }).Should().BeEmpty();

    [Test]
    public void Opening_a_service_that_is_away_is_refused_as_more_visitors_are()
    {
        var closed = States.WithRoute(route => route with { Service = Maint });
        Problems(closed, States.Usual, new() { Sick = "search" }).Should().Equal("routes.search");
    }

    [Test]
    public void The_monolith_is_not_closed_where_the_service_cannot_take_over() =>
        Problems(States.WithRoute(route => route with { Monolith = Maint }), new() { Sick = "search" }).Should().Equal("routes.search.monolith");

    [Test]
    public void Both_sides_are_closed_by_force_alone()
    {
        var both = States.WithRoute(route => route with { Monolith = Maint, Service = Maint });
        Problems(both, new()).Should().Equal("routes.search");
        Problems(both, new(), force: true).Should().BeEmpty();
        Problems(both, both, new()).Should().BeEmpty("it is so already");
    }

    [Test]
    public void The_last_healthy_destination_is_taken_away_by_force_alone()
    {
        var none = States.WithCluster(cluster => cluster.With(cluster.Destinations[0] with { Mode = Maint }));
        Problems(none, new()).Should().Equal("clusters.search.destinations");
        Problems(none, new(), force: true).Should().BeEmpty();
    }

    [Test]
    public void The_gateway_is_no_destination_of_its_own_by_no_force()
    {
        var circle = States.WithCluster(cluster => cluster.With(new TrafficDestination("2", FakeFacts.Own, ModeState.Ready)));
        Problems(circle, new(), force: true).Should().Equal("clusters.search.destinations.2");
    }

    [Test]
    public void A_module_that_has_left_the_monolith_stays_at_100_with_the_monolith_in_maint_by_no_force()
    {
        var left = States.WithRoute(route => route with { Weight = new(10_000), Monolith = Maint });
        Problems(left, left with { Routes = [left.Routes[0] with { Weight = new(9_999) }, left.Routes[1]] }, new() { Absent = "search" }, force: true).Should().Equal("routes.search.weight");
        Problems(left, left.With(left.Routes[0] with { Monolith = ModeState.Ready }), new() { Absent = "search" }, force: true).Should().Equal("routes.search.monolith");
        Problems(left, States.Usual, new() { Absent = "search" }, force: true).Should().Equal("routes.search.weight", "routes.search.monolith");
    }

    [Test]
    public void A_module_that_left_too_early_is_mended_step_by_step_and_keeps_nobody_from_other_routes()
    {
        var facts = new FakeFacts { Absent = "search" };
        var full = States.WithRoute(route => route with { Weight = new(10_000) });
        Problems(States.Usual, full, facts).Should().BeEmpty("it is a step to where the route has to stand");
        Problems(full, full.With(full.Routes[0] with { Monolith = Maint }), facts).Should().BeEmpty();
        Problems(States.Usual, States.Usual.With(States.Usual.Routes[1] with { Weight = new(100) }), facts).Should().BeEmpty();
        Problems(States.Usual, States.WithRoute(route => route with { Weight = new(3_000) }), facts).Should().Equal("routes.search.weight");
    }

    private static IEnumerable<string> Problems(TrafficState next, FakeFacts facts, bool force = false) => Problems(States.Usual, next, facts, force);

    private static IEnumerable<string> Problems(TrafficState old, TrafficState next, FakeFacts facts, bool force = false) =>
        TransitionRules.Check(old, next, facts, force).Select(problem => problem.Place);

    private sealed class FakeFacts : ITrafficFacts
    {
        public const string Own = "http://127.0.0.1:8080";

        public string? Sick { get; init; }
        public string? Absent { get; init; }

        public bool IsHealthy(TrafficCluster cluster) => cluster.Name != Sick && cluster.Destinations.Any(destination => destination.Mode.Mode != Mode.Maint);

        public bool IsAbsentAtMonolith(string module) => module == Absent;

        public bool IsOwn(Uri address) => address == new Uri(Own);
    }
}
