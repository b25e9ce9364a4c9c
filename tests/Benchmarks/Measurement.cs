namespace MyThoughts.Benchmarks;

/// <summary>What one run against one arm gave.</summary>
/// <param name="RequestsPerSecond">Answers per second.</param>
/// <param name="P50">Milliseconds within which half of the answers came.</param>
/// <param name="P99">Milliseconds within which 99% of them came.</param>
/// <param name="Failures">Answers that were not 200, and connections that broke.</param>
internal sealed record Measurement(double RequestsPerSecond, double P50, double P99, long Failures)
{
    /// <summary>The median of each figure, and all failures.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> all) => new(
        Middle(all.Select(one => one.RequestsPerSecond)), Middle(all.Select(one => one.P50)), Middle(all.Select(one => one.P99)),
        all.Sum(one => one.Failures));

    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
