using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class TrafficRulesTests
{
    [Test]
    public void A_usual_state_is_taken() => TrafficRules.Check(States.Usual).Should().BeEmpty();

    [TestCase(""), TestCase("Search"), TestCase("se arch"), TestCase("search."), TestCase("a-name-that-is-longer-than-forty-characters")]
    public void A_name_that_is_none_is_refused(string name) =>
        ShouldRefuse(States.Usual with { Routes = [States.Usual.Routes[0] with { Name = name }] }, $"routes.{name}", "lower-case");

    [Test]
    public void The_name_for_all_other_paths_is_taken() =>
        ShouldRefuse(States.Usual with { Routes = [States.Usual.Routes[0] with { Name = "rest" }] }, "routes.rest", "every other path");

    [Test]
    public void Two_routes_of_one_name_are_refused() =>
        ShouldRefuse(States.Usual with { Routes = [States.Usual.Routes[0], States.Usual.Routes[0] with { Paths = ["/other"] }] }, "routes.search", "two of this name");

    [TestCase("search"), TestCase("/search/"), TestCase("/a b")]
    public void A_path_that_is_none_is_refused(string path) =>
        ShouldRefuse(States.WithRoute(route => route with { Paths = [path] }), "routes.search.paths", $"'{path}' is no path");

    [TestCase("/admin"), TestCase("/Internal/x"), TestCase("/metrics"), TestCase("/health")]
    public void A_path_for_no_one_outside_is_refused(string path) =>
        ShouldRefuse(States.WithRoute(route => route with { Paths = [path] }), "routes.search.paths", "for no one outside");

    [Test]
    public void A_route_without_a_path_is_refused() => ShouldRefuse(States.WithRoute(route => route with { Paths = [] }), "routes.search.paths", "at least one path");

    [TestCase("/thoughts"), TestCase("/thoughts/new"), TestCase("/"), TestCase("/@bruce")]
    public void A_path_that_overlaps_one_of_another_route_is_refused_with_both_names(string path) =>
        ShouldRefuse(States.WithRoute(route => route with { Paths = [path] }), "routes.thoughts.paths", $"overlaps '{path}' of route search");

    [TestCase("nowhere", "There is no cluster 'nowhere'"), TestCase("monolith", "other side already")]
    public void A_route_needs_the_cluster_of_a_service(string cluster, string message) =>
        ShouldRefuse(States.WithRoute(route => route with { Cluster = cluster }), "routes.search.cluster", message);

    [Test]
    public void The_monolith_must_be_there() =>
        ShouldRefuse(States.Usual with { Clusters = [.. States.Usual.Clusters.Where(cluster => cluster.Name != "monolith")] }, "clusters", "named monolith");

    [Test]
    public void A_cluster_needs_a_destination() => ShouldRefuse(States.WithCluster(cluster => cluster with { Destinations = [] }), "clusters.search.destinations", "at least one");

    [TestCase("10.0.0.5:7003"), TestCase("ftp://10.0.0.5"), TestCase("http://10.0.0.5:7003/path"), TestCase("http://a:b@10.0.0.5"), TestCase("http://10.0.0.5?x"), TestCase("http://10.0.0.5:99999"), TestCase("")]
    public void An_address_that_is_none_is_refused(string address) =>
        ShouldRefuse(States.WithCluster(cluster => cluster.With(new TrafficDestination("1", address, ModeState.Ready))), "clusters.search.destinations.1", "Example: http://10.0.0.5:7003");

    [Test]
    public void One_host_is_not_two_destinations() =>
        ShouldRefuse(States.WithCluster(cluster => cluster.With(cluster.Destinations[0] with { Id = "2" })), "clusters.search.destinations.2", "as destination 1");

    [Test]
    public void Every_problem_is_told_and_not_only_the_first() => TrafficRules
        .Check(new([States.Usual.Routes[0] with { Paths = ["x"], Cluster = "nowhere" }], [States.Cluster("a b", 1)])).Should().HaveCount(4);

    private static void ShouldRefuse(TrafficState state, string place, string message) =>
        TrafficRules.Check(state).Should().Contain(problem => problem.Place == place && problem.Message.Contains(message, StringComparison.Ordinal));
}
