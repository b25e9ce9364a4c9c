namespace MyThoughts.Benchmarks.Core;

/// <summary>A load generator that is pointed at something.</summary>
internal interface ILoad
{
    Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken);
}

/// <summary>What a load generator saw.</summary>
/// <param name="Requests">Answers that came.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="P50">Milliseconds within which half of them came.</param>
/// <param name="P99">Milliseconds within which 99% of them came.</param>
/// <param name="Failures">Wrong answers and broken connections.</param>
internal sealed record LoadResult(long Requests, double Seconds, double P50, double P99, long Failures)
{
    /// <summary>What the first failure looked like.</summary>
    public string FirstFailure { get; init; } = "";

    /// <summary>The percentage of answers that the second of two right bodies made up.</summary>
    public double SecondShare { get; init; }
}
