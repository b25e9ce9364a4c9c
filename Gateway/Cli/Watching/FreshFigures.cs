using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>Puts the figures of this moment into what was read a moment ago.</summary>
internal static class FreshFigures
{
    public static TrafficOverview With(this TrafficOverview overview, FiguresEvent now) => overview with
    {
        Routes = [.. overview.Routes.Select(route => now.Routes.FirstOrDefault(one => one.Name == route.Name) is { } fresh ? With(route, fresh) : route)],
    };

    private static RouteOverview With(RouteOverview route, RouteNow now) =>
        route with { EasedShare = now.EasedShare, Monolith = With(route.Monolith, now.Monolith), Service = With(route.Service, now.Service) };

    private static SideOverview With(SideOverview side, SideNow now) =>
        side with { Figures = With(side.Figures, now) };

    private static SideFigures With(SideFigures figures, SideNow now) => figures with
    {
        Requests = now.Requests, Errors = now.Errors, P50 = now.P50, P99 = now.P99, Visitors = now.Visitors, Share = now.Share,
    };
}
