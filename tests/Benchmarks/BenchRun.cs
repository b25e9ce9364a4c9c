using MyThoughts.Benchmarks.Api;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Feed;
using MyThoughts.Benchmarks.Gateway;
using MyThoughts.Benchmarks.Memory;
using MyThoughts.Benchmarks.Pages;
using MyThoughts.Benchmarks.Reporting;
using MyThoughts.Benchmarks.Search;
using MyThoughts.Benchmarks.Start;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks;

/// <summary>Runs parts, one after another: two at a time would measure each other.</summary>
internal static class BenchRun
{
    internal static readonly Dictionary<string, Func<Workbench, CancellationToken, Task<PartResult>>> Parts = new()
    {
        ["gateway"] = GatewayPart.RunAsync,
        ["pages"] = PagesPart.RunAsync,
        ["api"] = ApiPart.RunAsync,
        ["search"] = SearchPart.RunAsync,
        ["feed"] = FeedPart.RunAsync,
        ["start"] = StartPart.RunAsync,
        ["memory"] = MemoryPart.RunAsync,
    };

    public static async Task<BenchReport> RunAsync(Workbench bench, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var results = new List<PartResult>();
        foreach (var part in parts) results.Add(await RunAsync(bench, part, cancellationToken));
        return new(DateTimeOffset.UtcNow, bench.Pace.IsResult, await MachineFacts.ReadAsync(cancellationToken), results);
    }

    private static async Task<PartResult> RunAsync(Workbench bench, string part, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{part}:");
        try
        {
            if (await BusyMachine.WaitAsync(cancellationToken) is { } busy)
            {
                if (bench.Pace.IsResult) return PartResult.Nothing(part, busy);
                Console.WriteLine($"  {busy} A quick run goes on: it is no result anyway.");
            }
            return await Parts[part](bench, cancellationToken);
        }
        catch (Exception problem) when (problem is VoidException or HostFailedException)
        {
            return PartResult.Nothing(part, problem.Message);
        }
    }
}
