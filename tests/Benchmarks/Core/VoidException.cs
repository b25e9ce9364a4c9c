namespace MyThoughts.Benchmarks.Core;

/// <summary>What would be measured now would be no result, and is not printed as one.</summary>
/// <param name="reason">Why, in one sentence.</param>
internal sealed class VoidException(string reason) : Exception(reason);
