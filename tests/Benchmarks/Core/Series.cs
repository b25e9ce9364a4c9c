namespace MyThoughts.Benchmarks.Core;

/// <summary>What the rounds gave for one figure.</summary>
internal static class Series
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>How far apart the rounds lie, as a part of their median.</summary>
    public static double Spread(IReadOnlyCollection<double> values) => (values.Max() - values.Min()) / Median(values);
}
