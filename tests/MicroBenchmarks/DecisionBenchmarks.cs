using BenchmarkDotNet.Attributes;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What the gateway does for each request before it forwards it, for a visitor with a cookie.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class DecisionBenchmarks : IDisposable
{
    private readonly OneRequest request = new();
    private readonly string visitor = OneRequest.VisitorOfService;

    /// <summary>The visitor's bucket on a route.</summary>
    /// <returns>The bucket.</returns>
    [Benchmark]
    public int Bucket() => VisitorBucket.Of(visitor, "search");

    /// <summary>The route of the path and the side of the visitor, from the raw headers on.</summary>
    /// <returns>The side.</returns>
    [Benchmark]
    public int Decision() => (int)request.Decide(out _, out _).Side;

    /// <summary>The same, and the request is the side's.</summary>
    /// <returns>The side.</returns>
    [Benchmark]
    public int DecisionAndSwap() => (int)request.DecideAndTake().Side;

    /// <inheritdoc />
    [GlobalCleanup]
    public void Dispose()
    {
        request.Dispose();
        GC.SuppressFinalize(this);
    }
}
