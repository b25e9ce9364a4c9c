namespace MyThoughts.Benchmarks.Core;

/// <summary>What one turn, or one round, of one arm gave.</summary>
/// <param name="RequestsPerSecond">Answers per second.</param>
/// <param name="P50">Milliseconds within which half of the answers came.</param>
/// <param name="P99">Milliseconds within which 99% of them came.</param>
/// <param name="CpuMicroseconds">Processor time per request of the processes concerned.</param>
/// <param name="Megabytes">Resident memory of the first of them, after the round.</param>
/// <param name="SecondShare">The percentage of answers by the second of two backends.</param>
internal sealed record Measurement(double RequestsPerSecond, double P50, double P99, double CpuMicroseconds, double Megabytes, double SecondShare)
{
    /// <summary>The median of each figure.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> all)
    {
        return new(Of(one => one.RequestsPerSecond), Of(one => one.P50), Of(one => one.P99), Of(one => one.CpuMicroseconds), Of(one => one.Megabytes), Of(one => one.SecondShare));

        double Of(Func<Measurement, double> figure) => Series.Median(all.Select(figure));
    }
}
