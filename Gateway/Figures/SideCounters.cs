using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Figures;

/// <summary>
/// Counts what one side of a route does: for Prometheus, and in a ring for the pages and the API. It is part of the routing table, so a
/// route that vanishes from the state takes its figures along.
/// </summary>
internal sealed class SideCounters(string route, Side side, TrafficMeter meter, TimeProvider clock)
{
    private readonly MeterLabels labels = new(route, side);

    public Ring Ring { get; } = new(clock);

    /// <summary>Counts a request that this side was asked.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="seconds">How long it took, to the last byte.</param>
    /// <param name="isFallback">Whether another side was asked first.</param>
    /// <param name="isForced">Whether an operator's signature demanded this side.</param>
    public void Count(Outcome outcome, double seconds, bool isFallback, bool isForced)
    {
        Ring.Current().Count(outcome, seconds, isFallback, isForced);
        meter.Count(labels, outcome, seconds, isFallback, isForced);
    }

    /// <summary>Counts a decision for this side.</summary>
    /// <param name="seconds">How long it took.</param>
    public void CountDecision(double seconds)
    {
        Ring.Current().CountDecision(seconds);
        meter.CountDecision(labels, seconds);
    }
}
