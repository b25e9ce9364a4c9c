namespace MyThoughts.Gateway.Figures;

/// <summary>A small histogram of times: four buckets for each doubling, from a tenth of a millisecond to some minutes.</summary>
internal static class Latencies
{
    public const int Buckets = 84;

    private const int EachDoubling = 4;
    private const double Smallest = 0.1;

    // Of three digits: the fourth would claim what the buckets do not know.
    private static readonly double[] Bounds = [.. Enumerable.Range(0, Buckets).Select(bucket => ThreeDigits(Smallest * Math.Pow(2, (double)bucket / EachDoubling)))];

    public static int BucketOf(double seconds)
    {
        var milliseconds = seconds * 1_000;
        return milliseconds <= Smallest ? 0 : Math.Min(Buckets - 1, (int)Math.Ceiling(Math.Log2(milliseconds / Smallest) * EachDoubling));
    }

    /// <summary>The milliseconds within which a share of the requests was done; null without requests.</summary>
    public static double? Quantile(ReadOnlySpan<int> counts, double share)
    {
        var all = 0L;
        foreach (var count in counts) all += count;
        if (all == 0) return null;
        var wanted = Math.Max(1, (long)Math.Ceiling(all * share));
        for (var (bucket, below) = (0, 0L); ; bucket++)
        {
            below += counts[bucket];
            if (below >= wanted) return Bounds[bucket];
        }
    }

    private static double ThreeDigits(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return Math.Round(Math.Ceiling(value / unit) * unit, 6);
    }
}
