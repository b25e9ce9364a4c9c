namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>A time read from buckets.</summary>
/// <param name="Seconds">The time.</param>
/// <param name="IsAtLeast">Whether it may be longer: it lies beyond the last bound.</param>
internal sealed record Quantile(double Seconds, bool IsAtLeast);

/// <summary>A histogram: how many calls took at most so long, for each bound.</summary>
internal static class Buckets
{
    /// <summary>A quantile, interpolated within its bucket as Prometheus does it; null when nothing was counted.</summary>
    /// <param name="below">Bounds and how many lie at or below them.</param>
    /// <param name="share">Between 0 and 1.</param>
    public static Quantile? At(IEnumerable<(double Bound, double Count)> below, double share)
    {
        var buckets = below.OrderBy(bucket => bucket.Bound).ToList();
        if (buckets.Count == 0 || buckets[^1].Count <= 0) return null;
        var rank = share * buckets[^1].Count;
        var at = buckets.FindIndex(bucket => bucket.Count >= rank);
        var (bound, count) = buckets[at];
        var (lower, before) = at == 0 ? (0, 0) : buckets[at - 1];
        if (double.IsPositiveInfinity(bound)) return new(lower, IsAtLeast: true);
        return new(count > before ? lower + (bound - lower) * (rank - before) / (count - before) : bound, IsAtLeast: false);
    }
}
