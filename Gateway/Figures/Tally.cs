namespace MyThoughts.Gateway.Figures;

/// <summary>What a side did in some stretch of time. Many requests count at once, and somebody may read meanwhile.</summary>
internal sealed class Tally
{
    private readonly int[] latencies = new int[Latencies.Buckets];
    private long requests, answers5xx, transport, truncated, fallbacks, forced, decisions, decisionNanoseconds;

    public long Requests => requests;

    /// <summary>Share of the requests that failed, 0 to 1.</summary>
    public double Errors => requests > 0 ? (double)(answers5xx + transport + truncated) / requests : 0;

    public SideTotals Totals => new(
        requests, answers5xx, transport, truncated, fallbacks, forced, decisions > 0 ? Math.Round(decisionNanoseconds / 1_000.0 / decisions, 2) : null);

    /// <summary>The milliseconds within which a share of the requests was done; null without requests.</summary>
    public double? Quantile(double share) => Latencies.Quantile(latencies, share);

    public void Count(Outcome outcome, double seconds, bool isFallback, bool isForced)
    {
        // First here and last in Add, so that nobody reads more errors than requests.
        Interlocked.Increment(ref requests);
        Interlocked.Increment(ref latencies[Latencies.BucketOf(seconds)]);
        switch (outcome)
        {
            case Outcome.Answer5xx: Interlocked.Increment(ref answers5xx); break;
            case Outcome.Transport: Interlocked.Increment(ref transport); break;
            case Outcome.Truncated: Interlocked.Increment(ref truncated); break;
        }
        if (isFallback) Interlocked.Increment(ref fallbacks);
        if (isForced) Interlocked.Increment(ref forced);
    }

    public void CountDecision(double seconds)
    {
        Interlocked.Increment(ref decisions);
        Interlocked.Add(ref decisionNanoseconds, (long)(seconds * 1_000_000_000));
    }

    /// <summary>Adds another stretch to this one, in which nobody counts.</summary>
    public Tally Add(Tally? other)
    {
        if (other is null) return this;
        answers5xx += Interlocked.Read(ref other.answers5xx);
        transport += Interlocked.Read(ref other.transport);
        truncated += Interlocked.Read(ref other.truncated);
        fallbacks += Interlocked.Read(ref other.fallbacks);
        forced += Interlocked.Read(ref other.forced);
        decisionNanoseconds += Interlocked.Read(ref other.decisionNanoseconds);
        decisions += Interlocked.Read(ref other.decisions);
        requests += Interlocked.Read(ref other.requests);
        for (var bucket = 0; bucket < latencies.Length; bucket++) latencies[bucket] += Volatile.Read(ref other.latencies[bucket]);
        return this;
    }
}
