using System.Globalization;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>For a file or a pipe: a line for each route when something about it is other than before, its figures included.</summary>
internal sealed class LineView(Terminal terminal, TimeProvider clock) : IWatchView
{
    private readonly Dictionary<string, string> shown = [];
    private bool isAway;

    public void Show(Answer routes)
    {
        isAway = false;
        var overview = routes.Read<TrafficOverview>();
        foreach (var route in overview.Routes)
        {
            var line = Line(route, overview.Version);
            if (shown.GetValueOrDefault(route.Name) == line) continue;
            shown[route.Name] = line;
            Write(line);
        }
        terminal.Output.Flush();
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

    private static string Line(RouteOverview route, long version)
    {
        var change = route.LastChange is { } last && last.Version == version ? $" changed by {last.By}: {string.Join(", ", last.Changes.Select(ChangeText.Of))}{(last.Reason is null ? "" : $" ({last.Reason})")}" : "";
        return $"{route.Name} weight={route.Weight}% {SideOf(route, Side.Monolith)} {SideOf(route, Side.Service)}{change}";
    }

    private static string SideOf(RouteOverview route, Side side)
    {
        var (name, shown) = (Values.TextOf(side), route[side]);
        var healthy = shown.Destinations.Count(destination => destination.IsAvailable && destination.Mode != Mode.Maint);
        return $"{name}={Values.TextOf(shown.Mode)} {name}.healthy={healthy}/{shown.Destinations.Count} {FiguresOf(name, shown.Figures)}";
    }

    private static string FiguresOf(string name, SideFigures figures) => string.Create(
        CultureInfo.InvariantCulture, $"{name}.rps={figures.Requests:0.0} {name}.errors={figures.Errors * 100:0.00}% {name}.p99={(figures.P99 is { } p99 ? $"{p99:0.0}ms" : "-")}");
}
