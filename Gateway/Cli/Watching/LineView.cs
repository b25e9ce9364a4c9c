using System.Globalization;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>For a file or a pipe: a line for each change, and one for each route when something about it is other than before, its figures included.</summary>
internal sealed class LineView(Terminal terminal, RoutesInSight routes, TimeProvider clock) : IWatchView
{
    private readonly Dictionary<string, string> shown = [];
    private bool isAway;

    public async Task ShowAsync(GatewayEvent told, CancellationToken cancellationToken)
    {
        isAway = false;
        await routes.TakeAsync(told, cancellationToken);
        if (routes.Change is { } change) Write(Line(change));
        foreach (var route in routes.Overview!.Routes)
        {
            var line = Line(route);
            if (shown.GetValueOrDefault(route.Name) == line) continue;
            shown[route.Name] = line;
            Write(line);
        }
        await terminal.Output.FlushAsync(cancellationToken);
    }

    public void ShowAway(string problem)
    {
        if (!isAway) terminal.Complain(problem);
        isAway = true;
    }

    public void End()
    {
    }

    private void Write(string line) => terminal.WriteLine($"{UtcTime.Text(clock.GetUtcNow())} {PlainText.Of(line)}");

    private static string Line(StateEvent change)
    {
        var changes = change.Changes.Count == 0 ? "is in effect" : string.Join(", ", change.Changes.Select(ChangeText.Of));
        return $"version {change.Version} by {change.By}: {changes}{(change.Reason is null ? "" : $" ({change.Reason})")}";
    }

    private static string Line(RouteOverview route) => $"{route.Name} weight={route.Weight}% {SideOf(route, Side.Monolith)} {SideOf(route, Side.Service)}";

    private static string SideOf(RouteOverview route, Side side)
    {
        var (name, now) = (Values.TextOf(side), route[side]);
        var healthy = now.Destinations.Count(destination => destination.IsAvailable && destination.Mode != Mode.Maint);
        return $"{name}={Values.TextOf(now.Mode)} {name}.healthy={healthy}/{now.Destinations.Count} {FiguresOf(name, now.Figures)}";
    }

    private static string FiguresOf(string name, SideFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}.rps={figures.Requests:0.0} {name}.errors={figures.Errors * 100:0.00}% {name}.p99={(figures.P99 is { } p99 ? $"{p99:0.0}ms" : "-")}");
}
