namespace MyThoughts.Benchmarks.Core;

/// <summary>The medians of an arm.</summary>
/// <param name="Name">The arm.</param>
/// <param name="Median">What its rounds gave.</param>
/// <param name="Rejected">Why that counts for nothing; null when it counts.</param>
internal sealed record ArmResult(string Name, Measurement Median, string? Rejected);
