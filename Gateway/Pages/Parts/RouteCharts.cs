using Microsoft.AspNetCore.Html;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>The charts of a route. Both sides share each scale, or the smaller one would look like the larger one.</summary>
internal sealed class RouteCharts
{
    private readonly RouteOverview route;

    public RouteCharts(RouteOverview route)
    {
        this.route = route;
        TopRequests = Chart.TopOf(All(point => point.Requests), 1);
        TopErrors = Chart.TopOf(All(point => point.Errors), 0.01);
        TopTime = Chart.TopOf(All(point => point.P99), 10);
    }

    public double TopRequests { get; }
    public double TopErrors { get; }
    public double TopTime { get; }

    public IHtmlContent Requests(params IReadOnlyList<Side> sides) =>
        Chart.Draw(Label("Requests a second", sides, side => $"{Units.PerSecond(Highest(side, point => point.Requests) ?? 0)} at most"), TopRequests, [.. sides.Select(side => Line(side, point => point.Requests))]);

    public IHtmlContent Errors(params IReadOnlyList<Side> sides) =>
        Chart.Draw(Label("Failed", sides, side => $"{Units.Failed(Highest(side, point => point.Errors) ?? 0)} at most"), TopErrors, [.. sides.Select(side => Line(side, point => point.Errors))]);

    public IHtmlContent Time(params IReadOnlyList<Side> sides) =>
        Chart.Draw(Label("Time to answer", sides, side => $"p50 {Units.Time(Highest(side, point => point.P50))} and p99 {Units.Time(Highest(side, point => point.P99))} at most"), TopTime,
            [.. sides.Select(side => Line(side, point => point.P50) with { IsFaint = true }), .. sides.Select(side => Line(side, point => point.P99))]);

    private static string Label(string what, IReadOnlyList<Side> sides, Func<Side, string> describe) =>
        $"{what}, the last 15 minutes: {string.Join("; ", sides.Select(side => $"{Words.Of(side)} {describe(side)}"))}";

    private ChartLine Line(Side side, Func<FigurePoint, double?> value) => new(side, [.. route[side].Figures.History.Select(value)]);

    private double? Highest(Side side, Func<FigurePoint, double?> value) => route[side].Figures.History.Max(value);

    private IEnumerable<double?> All(Func<FigurePoint, double?> value) => route.Monolith.Figures.History.Concat(route.Service.Figures.History).Select(value);
}
