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

    /// <summary>Counts a request that this side was asked. Its times are timestamps of the clock, so that it is read no more often than needed.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="begun">When it was asked.</param>
    /// <param name="ended">When the last byte was there.</param>
    /// <param name="isFallback">Whether another side was asked first.</param>
    /// <param name="isForced">Whether an operator's signature demanded this side.</param>
    public void Count(Outcome outcome, long begun, long ended, bool isFallback, bool isForced)
    {
        var seconds = Seconds(begun, ended);
        Ring.Counting(ended).Count(outcome, seconds, isFallback, isForced);
        meter.Count(labels, outcome, seconds, isFallback, isForced);
    }

    /// <summary>Counts a decision for this side, between two timestamps.</summary>
    public void CountDecision(long begun, long ended)
    {
        var seconds = Seconds(begun, ended);
        Ring.Counting(ended).CountDecision(seconds);
        meter.CountDecision(labels, seconds);
    }

    // To the clock's last digit: a TimeSpan cuts off at 100 ns, and a decision takes a few of those.
    private double Seconds(long begun, long ended) => (double)(ended - begun) / clock.TimestampFrequency;
}
