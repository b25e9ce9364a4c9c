using System.Diagnostics;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Memory;

/// <summary>What the monolith holds in memory: after a minute of load, and while it streams a list of a million.</summary>
internal static class MemoryPart
{
    private static readonly Target AfterLoad = new("memory of the monolith after a minute of load, server GC off", 150, 110, "MB");
    private static readonly Target WhileStreaming = new("memory above idle while GET /api/thoughts/ streams 1 million", 30, 20, "MB");
    private static readonly Target FirstByte = new("first byte of GET /api/thoughts/ of 1 million", 100, 50, "ms");

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await using var scope = new Scope();
        var folder = scope.Add(new TemporaryFolder());
        var data = scope.Add(await SizedData.OpenAsync(bench, bench.Pace.Size(SizedData.Medium), cancellationToken));
        List<double> loaded = [], streaming = [], first = [];
        var rejected = default(string);
        for (var round = 1; round <= bench.Pace.Rounds; round++)
        {
            Console.WriteLine($"  round {round} of {bench.Pace.Rounds}");
            rejected ??= await LoadAsync(bench, folder.Path, data, loaded, cancellationToken);
            await StreamAsync(bench, folder.Path, data, streaming, first, cancellationToken);
        }
        return new("memory",
            [
                new(AfterLoad, loaded, rejected),
                // A bound that every round keeps, and figures so small that any hiccup sets them apart: the largest counts, not the median.
                new(WhileStreaming, [streaming.Max()]), new(FirstByte, [first.Max()]),
            ], [],
            [
                "Each round starts the monolith anew: half an hour of a process is not what its first minute is.",
                "Resident memory as the kernel counts it, libraries included. While streaming, the highest of samples every 10 ms. That and the first byte are those of the worst round.",
            ]);
    }

    // A new process, pages and API in turn, and what it holds then.
    private static async Task<string?> LoadAsync(Workbench bench, string folder, SizedData data, List<double> megabytes, CancellationToken cancellationToken)
    {
        await using var monolith = await Monolith.StartAsync(bench, folder, data.Database, cancellationToken);
        var reader = await Reader.LogInAsync(monolith, cancellationToken);
        var load = await new WrkLoad(monolith.Addresses.Public, RightAnswer.Holding(Reader.Word))
        {
            Headers = new Dictionary<string, string> { ["Cookie"] = reader.Cookie },
            Paths = ["/thoughts/", $"/search?search={Reader.Word}", $"/api/search/?q={Reader.Word}", $"/@{Reader.Username}/"],
        }.RunAsync(bench.Pace.Minute, cancellationToken);
        megabytes.Add(ProcessUsage.Megabytes(monolith.Id));
        return load.Failures > 0 ? $"{load.Failures} wrong answers, the first: {load.FirstFailure}" : null;
    }

    private static async Task StreamAsync(
        Workbench bench, string folder, SizedData data, List<double> above, List<double> first, CancellationToken cancellationToken)
    {
        await using var monolith = await Monolith.StartAsync(bench, folder, data.Database, cancellationToken);
        using var client = new HttpClient { BaseAddress = monolith.Addresses.Public };
        // Once, and in part: the code for it is loaded then, and the connection to the database is open. That is idle.
        for (var number = 0; number < 20; number++) await client.GetStringAsync(new Uri("api/thoughts/?limit=100", UriKind.Relative), cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var idle = ProcessUsage.Megabytes(monolith.Id);

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var highest = HighestAsync(monolith.Id, ends.Token);
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("api/thoughts/", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        var (firstByte, count) = await ReadAsync(body, watch, cancellationToken);
        await ends.CancelAsync();
        if (count != data.Thoughts) throw new VoidException($"GET /api/thoughts/ gave {count} thoughts of {data.Thoughts}.");
        first.Add(firstByte);
        above.Add(await highest - idle);
    }

    // A quotation mark in a text is escaped, so what is counted are thoughts.
    private static async Task<(double FirstByte, int Count)> ReadAsync(Stream body, Stopwatch watch, CancellationToken cancellationToken)
    {
        var counter = new OccurrenceCounter("{\"id\":"u8);
        var buffer = new byte[64 * 1024];
        var firstByte = 0.0;
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (firstByte == 0) firstByte = watch.Elapsed.TotalMilliseconds;
            counter.Add(buffer.AsSpan(0, read));
        }
        return (firstByte, counter.Count);
    }

    private static async Task<double> HighestAsync(int process, CancellationToken cancellationToken)
    {
        var highest = 0.0;
        while (!cancellationToken.IsCancellationRequested)
        {
            highest = Math.Max(highest, ProcessUsage.Megabytes(process));
            await Task.Delay(10, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return highest;
    }
}
