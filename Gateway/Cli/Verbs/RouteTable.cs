using System.Globalization;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Routes as a person compares them: the two sides of each below each other.</summary>
internal static class RouteTable
{
    public static TextTable Of(TrafficOverview overview)
    {
        var table = new TextTable(
            new Column("route") { IsFlexible = true }, new Column("weight") { IsRight = true }, new Column("side"), new Column("mode"), new Column("healthy"),
            new Column("requests/s") { IsRight = true }, new Column("errors") { IsRight = true }, new Column("p99") { IsRight = true },
            new Column("last change (UTC)") { IsFlexible = true });
        foreach (var route in overview.Routes)
        {
            table.Add([Cell.Of(route.Name, Tone.Strong), WeightOf(route), .. SideCells(route, Side.Monolith), LastChange(route.LastChange)]);
            table.Add(["", EasedTo(route), .. SideCells(route, Side.Service), Why(route.LastChange)]);
        }
        table.Add([Cell.Of("(other paths)", Tone.Dim), "", "monolith", "", "", .. Figures(overview.Rest.Monolith), ""]);
        return table;
    }

    private static Cell WeightOf(RouteOverview route) => Cell.Of($"{route.Weight}%", route.Weight.BasisPoints > 0 ? Tone.Strong : Tone.Plain);

    private static Cell EasedTo(RouteOverview route) =>
        route.EasedShare < 100 ? Cell.Of(string.Create(CultureInfo.InvariantCulture, $"eased to {route.EasedShare:0.##}%"), Tone.Warning) : "";

    private static Cell[] SideCells(RouteOverview route, Side side) =>
        [side == Side.Service ? "service" : "monolith", ModeOf(route, side), Healthy(route[side]), .. Figures(route[side].Figures)];

    private static Cell ModeOf(RouteOverview route, Side side)
    {
        var left = side == Side.Monolith && route.HasLeftMonolith ? ", left" : "";
        return ModeCell(route[side].Mode, left);
    }

    public static Cell ModeCell(Mode mode, string more = "") => mode switch
    {
        Mode.Ready => mode.ToText() + more,
        _ => Cell.Of(mode.ToText() + more, Tone.Warning),
    };

    private static Cell Healthy(SideOverview side)
    {
        var healthy = side.Destinations.Count(destination => destination.IsAvailable && destination.Mode != Mode.Maint);
        return Cell.Of($"{healthy} of {side.Destinations.Count}", healthy == side.Destinations.Count ? Tone.Good : healthy == 0 ? Tone.Bad : Tone.Warning);
    }

    private static Cell[] Figures(SideFigures figures) =>
    [
        figures.Requests.ToString("0.0", CultureInfo.InvariantCulture),
        figures.P99 is null && figures.Errors == 0 ? "-" : ErrorsOf(figures),
        figures.P99 is { } p99 ? Units.Time(p99) : "-",
    ];

    private static Cell ErrorsOf(SideFigures figures) =>
        Cell.Of(Units.Failed(figures.Errors), figures.Errors > 0 ? Tone.Bad : Tone.Plain);

    private static Cell LastChange(RouteChange? change)
    {
        if (change is null) return Cell.Of("unknown: the database is away", Tone.Dim);
        var more = change.Changes.Count > 1 ? $" and {change.Changes.Count - 1} more" : "";
        return $"{UtcTime.Text(change.At)} {change.By}: {ChangeText.Of(change.Changes[0])}{more}";
    }

    private static Cell Why(RouteChange? change) => Cell.Of(change?.Reason, Tone.Dim);
}
