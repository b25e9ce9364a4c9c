using System.Globalization;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Api;

/// <summary>Every page, and every read of the API with a limit, at more and more thoughts: what is read is 20 of them, whatever there is.</summary>
internal static class ApiPart
{
    private const int Connections = 4;

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await using var scope = new Scope();
        var sizes = new List<SizedMonolith>();
        foreach (var size in new[] { SizedData.Small, SizedData.Medium, SizedData.Large }.Select(bench.Pace.Size).Distinct())
            sizes.Add(scope.Add(await SizedMonolith.StartAsync(bench, size, cancellationToken)));

        var (rows, arms, lines) = (new List<Row>(), new List<ArmResult>(), new List<ChartLine>());
        foreach (var read in Read.All)
        {
            var loads = new List<Arm>();
            foreach (var size in sizes) loads.Add(size.Arm(Name(read, size), await read.LoadAsync(size, cancellationToken) with { Connections = Connections }));
            var rounds = await Rounds.RunAsync(loads, bench.Pace.WithShortRounds(), cancellationToken);
            rows.Add(rounds.Compare(new($"p50 at {Thoughts(sizes[^1])} against {Thoughts(sizes[0])} thoughts: {read.Name}", 2, 1.3), loads[^1], loads[0], one => one.P50));
            arms.AddRange(loads.Select(load => rounds[load]));
            // A line shows what a void ratio would have said.
            if (rows[^1].Void is null) lines.Add(new(read.Name, [.. sizes.Zip(loads, (size, load) => new ChartPoint(size.Data.Thoughts - Reader.Thoughts, rounds[load].Median.P50))]));
        }
        return new("api", rows, arms, [$"{Connections} connections. An answer of the API is compared byte for byte; a page must hold what only it holds."])
        {
            Charts =
            [
                new("pages-by-size", "Pages: median latency in ms by number of thoughts", [.. lines.Where(line => !line.Name.Contains("api", StringComparison.Ordinal))]),
                new("api-by-size", "API reads: median latency in ms by number of thoughts", [.. lines.Where(line => line.Name.Contains("api", StringComparison.Ordinal))]),
            ],
        };
    }

    private static string Name(Read read, SizedMonolith size) => $"{read.Name}, {Thoughts(size)}";

    private static string Thoughts(SizedMonolith size) => (size.Data.Thoughts - Reader.Thoughts).ToString("N0", CultureInfo.InvariantCulture);
}
