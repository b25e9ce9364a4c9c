using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Figures;

/// <summary>Reads what this replica has counted, per route and side.</summary>
internal sealed class TrafficFigures(LiveTraffic traffic)
{
    private const int StretchesOfAMinute = 60 / Ring.Seconds;

    /// <summary>The figures of a side, with the last quarter of an hour.</summary>
    public SideFigures Of(TrafficRoute route, Side side)
    {
        var (own, other, visitors) = RingsOf(route, side);
        return Of(own, other, visitors);
    }

    /// <summary>The figures of a side at this moment, without history.</summary>
    public SideFigures Now(TrafficRoute route, Side side)
    {
        var (own, other, visitors) = RingsOf(route, side);
        return Now(own, other, visitors);
    }

    /// <summary>The figures of the paths that no route owns.</summary>
    public SideFigures OfRest(Side side)
    {
        var rest = traffic.Current?.Rest;
        return Of(rest?.CountersOf(side).Ring, rest?.CountersOf(SplitDecision.Other(side)).Ring, side == Side.Service ? 0 : 1);
    }

    internal static SideFigures Of(Ring? own, Ring? other, double visitors)
    {
        if (own is null) return Now(own, other, visitors);
        var now = own.Now(out _);
        return Now(own, other, visitors) with
        {
            History = [.. Enumerable.Range(0, Ring.Kept).Select(n => PointOf(own.At(now - Ring.Kept + n)))],
            Totals = own.Sum(now - Ring.Kept, now).Totals,
        };
    }

    private static SideFigures Now(Ring? own, Ring? other, double visitors)
    {
        if (own is null || other is null) return new(0, 0, null, null, visitors, null, []);
        var now = own.Now(out var passed);
        // The present stretch has only begun: the last one stands in for what is missing, in proportion.
        var rate = ((own.At(now)?.Requests ?? 0) + (1 - passed) * (own.At(now - 1)?.Requests ?? 0)) / Ring.Seconds;
        var recent = own.Sum(now - 1, now);
        return new(Math.Round(rate, 2), recent.Errors, recent.Quantile(0.5), recent.Quantile(0.99), visitors, ShareOf(own, other, now), []);
    }

    private (Ring? Own, Ring? Other, double Visitors) RingsOf(TrafficRoute route, Side side)
    {
        var split = traffic.Current?.Route(route.Name);
        var weight = (double)route.Weight.Percent / 100;
        return (split?[side].Counters.Ring, split?[SplitDecision.Other(side)].Counters.Ring, side == Side.Service ? weight : 1 - weight);
    }

    private static double? ShareOf(Ring own, Ring other, long now)
    {
        var (mine, others) = (own.Sum(now - StretchesOfAMinute, now).Requests, other.Sum(now - StretchesOfAMinute, now).Requests);
        return mine + others > 0 ? (double)mine / (mine + others) : null;
    }

    private static FigurePoint PointOf(Tally? tally) => tally is null
        ? default
        : new(tally.Requests / (double)Ring.Seconds, tally.Errors, tally.Quantile(0.5), tally.Quantile(0.99));
}
