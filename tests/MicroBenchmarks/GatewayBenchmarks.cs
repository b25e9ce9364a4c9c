using BenchmarkDotNet.Attributes;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.MicroBenchmarks.WholeGateway;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What a request costs on its way through the whole gateway and back, the network left out.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class GatewayBenchmarks : IAsyncDisposable
{
    private readonly GatewayWithoutNetwork silent = new(isLogged: false);
    private readonly GatewayWithoutNetwork logging = new(isLogged: true);
    private readonly string visitor = OneRequest.VisitorOfService;

    /// <summary>Puts the first state into effect. BenchmarkDotNet would not wait for a task.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>A path of a route, from a visitor with a cookie, without a line in the log.</summary>
    /// <returns>The status.</returns>
    [Benchmark]
    public Task<int> Split() => silent.GetAsync("/search", visitor);

    /// <summary>The same from somebody who comes for the first time.</summary>
    /// <returns>The status.</returns>
    [Benchmark]
    public Task<int> FirstVisit() => silent.GetAsync("/search", visitor: null);

    /// <summary>A path of no route that is no asset.</summary>
    /// <returns>The status.</returns>
    [Benchmark]
    public Task<int> Unrouted() => silent.GetAsync("/robots.txt", visitor);

    /// <summary>A path of a route, with a line in the log.</summary>
    /// <returns>The status.</returns>
    [Benchmark]
    public Task<int> Logged() => logging.GetAsync("/search", visitor);

    /// <inheritdoc />
    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await silent.DisposeAsync();
        await logging.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        foreach (var gateway in new[] { silent, logging })
        {
            await gateway.StartAsync();
            if (await gateway.GetAsync("/search", visitor) is not 200 and var status) throw new InvalidOperationException($"The gateway answers {status}.");
        }
    }
}
