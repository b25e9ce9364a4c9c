using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Watching;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.Cli.Watching;

internal sealed class FreshFiguresTests
{
    private static readonly SideFigures None = new(0, 0, null, null, 0, null, []);

    [Test]
    public void What_is_told_of_a_route_replaces_what_was_known_and_nothing_else_does()
    {
        var overview = new TrafficOverview(7, default, "alice", null, [RouteNamed("search"), RouteNamed("users")], new(None, None));
        var now = new FiguresEvent(8, default, [new("search", 40, new(1, 0, 1, 2, 0.75, 0.8, 1), new(3, 0.5, 10, 20, 0.25, 0.2, 1)), new("gone", 100, new(9, 0, 9, 9, 1, 1, 1), new(9, 0, 9, 9, 0, 0, 1))]);

        var fresh = overview.With(now);

        fresh.Routes.Select(route => route.Name).Should().Equal("search", "users");
        (fresh.Routes[0].EasedShare, fresh.Routes[0].Service.Figures.Errors, fresh.Routes[0].Service.Figures.P99, fresh.Routes[0].Monolith.Figures.Requests).Should().Be((40m, 0.5, 20d, 1d));
        fresh.Routes[1].Should().Be(overview.Routes[1]);
        fresh.Version.Should().Be(7, "a figure is no revision");
    }

    private static RouteOverview RouteNamed(string name) =>
        new(name, [], name, default, 100, false, new(Mode.Ready, null, "monolith", [], None), new(Mode.Ready, null, name, [], None), null);
}
