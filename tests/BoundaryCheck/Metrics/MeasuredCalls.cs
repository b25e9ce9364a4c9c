namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>The calls of a contract's member that a host has measured.</summary>
/// <param name="Module">The module whose contract it is.</param>
/// <param name="Member">The member.</param>
/// <param name="Mode">Whether the calls stayed in the process.</param>
/// <param name="Calls">How many.</param>
/// <param name="Errors">How many of them failed; null when the host does not say.</param>
/// <param name="MeanSeconds">How long they took on average.</param>
/// <param name="Median">Half took at most so long.</param>
/// <param name="P99">All but one in a hundred took at most so long.</param>
internal sealed record MeasuredCalls(string Module, string Member, string Mode, double Calls, double? Errors, double MeanSeconds, Quantile? Median, Quantile? P99)
{
    public bool IsInProcess => Mode == Convention.InProcess;

    /// <summary>Reads them from samples; none when the metric is absent. The same call in several hosts is added up.</summary>
    public static IReadOnlyList<MeasuredCalls> Of(IEnumerable<Sample> samples) =>
    [
        .. samples.Where(sample => sample.Name.StartsWith(Convention.Metric + "_", StringComparison.Ordinal))
            .GroupBy(sample => (Module: sample[Convention.Module], Member: sample[Convention.Member], Mode: sample[Convention.Mode]))
            .Select(group => Of(group.Key, [.. group])).Where(measured => measured.Calls > 0)
            .OrderBy(measured => measured.Module, StringComparer.Ordinal).ThenByDescending(measured => measured.Calls).ThenBy(measured => measured.Member, StringComparer.Ordinal),
    ];

    private static MeasuredCalls Of((string Module, string Member, string Mode) of, List<Sample> samples)
    {
        var counts = samples.Where(sample => sample.Name == Convention.Metric + "_count").ToList();
        var calls = counts.Sum(sample => sample.Value);
        var sum = samples.Where(sample => sample.Name == Convention.Metric + "_sum").Sum(sample => sample.Value);
        var buckets = samples.Where(sample => sample.Name == Convention.Metric + "_bucket").GroupBy(sample => Bound(sample["le"])).Select(bound => (bound.Key, bound.Sum(sample => sample.Value))).ToList();
        double? errors = counts.Exists(sample => sample.Labels.ContainsKey(Convention.Outcome)) ? counts.Where(sample => sample[Convention.Outcome] == Convention.Error).Sum(sample => sample.Value) : null;
        return new(of.Module, of.Member, of.Mode, calls, errors, calls > 0 ? sum / calls : 0, Buckets.At(buckets, 0.5), Buckets.At(buckets, 0.99));
    }

    private static double Bound(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var bound) ? bound : double.PositiveInfinity;
}
