using System.Diagnostics.Metrics;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Figures;

/// <summary>The labels of a side: routes are the operators', sides are two, and nothing that a visitor sends is among them.</summary>
internal readonly struct MeterLabels(string route, Side side)
{
    public KeyValuePair<string, object?> Route { get; } = new("route", route);

    public KeyValuePair<string, object?> Side { get; } = new("side", side == State.Side.Service ? "service" : "monolith");
}

/// <summary>What the gateway tells Prometheus about traffic, by route and side.</summary>
internal sealed class TrafficMeter(MetricsText text) : IDisposable
{
    public const string Name = "MyThoughts.Gateway";

    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] FewSeconds = [0.0000002, 0.0000005, 0.000001, 0.000002, 0.000005, 0.00001, 0.0001, 0.001];

    private static readonly KeyValuePair<string, object?> Answer5xx = new("kind", "5xx");
    private static readonly KeyValuePair<string, object?> Transport = new("kind", "transport");

    private volatile Instruments instruments = new();

    /// <summary>
    /// Forgets everything, for a route that vanished: a meter keeps what it has ever counted. To Prometheus it is a restart, which
    /// <c>rate()</c> knows.
    /// </summary>
    public void Restart()
    {
        instruments.Meter.Dispose();
        // What was disposed is written once more. Nobody is to find it beside what begins now.
        text.Collect();
        instruments = new();
    }

    public void Count(in MeterLabels labels, Outcome outcome, double seconds, bool isFallback, bool isForced)
    {
        var now = instruments;
        now.Requests.Add(1, labels.Route, labels.Side);
        now.Duration.Record(seconds, labels.Route, labels.Side);
        switch (outcome)
        {
            case Outcome.Answer5xx: now.Errors.Add(1, labels.Route, labels.Side, Answer5xx); break;
            case Outcome.Transport: now.Errors.Add(1, labels.Route, labels.Side, Transport); break;
            case Outcome.Truncated: now.Truncated.Add(1, labels.Route, labels.Side); break;
        }
        if (isFallback) now.Fallbacks.Add(1, labels.Route, labels.Side);
        if (isForced) now.Forced.Add(1, labels.Route, labels.Side);
    }

    public void CountDecision(in MeterLabels labels, double seconds) => instruments.Decision.Record(seconds, labels.Route, labels.Side);

    public void Dispose() => instruments.Meter.Dispose();

    private sealed class Instruments
    {
        public Instruments()
        {
            Meter = new(Name);
            Requests = Meter.CreateCounter<long>("gateway.requests", description: "Requests that a side was asked.");
            Errors = Meter.CreateCounter<long>("gateway.errors", description: "Those that a side answered with 5xx (kind 5xx) or did not answer (kind transport).");
            Truncated = Meter.CreateCounter<long>("gateway.truncated_responses", description: "Those whose answer broke off after it had begun.");
            Fallbacks = Meter.CreateCounter<long>("gateway.fallbacks", description: "Those that a side was asked after another one.");
            Forced = Meter.CreateCounter<long>("gateway.forced_overrides", description: "Those that an operator's signature demanded.");
            Duration = Meter.CreateHistogram(
                "gateway.request.duration", "s", "How long a side took, to the last byte.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
            Decision = Meter.CreateHistogram(
                "gateway.decision.duration", "s", "How long it took to decide for a side.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = FewSeconds });
        }

        public Meter Meter { get; }
        public Counter<long> Requests { get; }
        public Counter<long> Errors { get; }
        public Counter<long> Truncated { get; }
        public Counter<long> Fallbacks { get; }
        public Counter<long> Forced { get; }
        public Histogram<double> Duration { get; }
        public Histogram<double> Decision { get; }
    }
}
