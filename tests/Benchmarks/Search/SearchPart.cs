using System.Globalization;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Search;

/// <summary>Searching, by how often the word occurs: the worst class counts, not the average one.</summary>
internal static class SearchPart
{
    private const int Connections = 2;
    private const string SomethingFound = "\"items\":[{\"id\":";
    private const string SomethingListed = "[{\"id\":";

    private static readonly Target Words = new("word search, worst p99 of any frequency against a rare word's", 25, 10);
    private static readonly Target Died = new("p99 of a word that was common once and died against a rare word's", 50, 10);
    private static readonly Target Parts = new("contains-search of 3 characters and more: an unindexed scan against its worst p99", 100, 1000);

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var result = default(SizedSearch);
        var lines = new Dictionary<string, List<ChartPoint>>();
        var claimed = bench.Pace.Size(SizedData.Large);
        foreach (var size in new[] { SizedData.Small, SizedData.Medium }.Select(bench.Pace.Size).Append(claimed).Distinct())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {size:N0} thoughts"));
            // A claim about a 99th percentile needs many requests; the points of a chart do with fewer.
            result = await AtAsync(bench, size, size == claimed ? bench.Pace : bench.Pace.WithShortRounds(), cancellationToken);
            foreach (var (name, arm) in result.Classes)
            {
                if (!lines.TryGetValue(name, out var points)) lines[name] = points = [];
                points.Add(new(size, result.Rounds[arm].Median.P99));
            }
        }
        return Report(result!, lines);
    }

    private static PartResult Report(SizedSearch at, Dictionary<string, List<ChartPoint>> lines) => new("search",
        [
            at.Worst(Words, at.Words, WordClasses.Rare),
            at.Classes.ContainsKey(WordClasses.Dead) ? at.Worst(Died, [WordClasses.Dead], WordClasses.Rare) : new(Died, [], "the data has no word that died"),
            at.AgainstScan(Parts),
        ],
        [.. at.Classes.Values.Append(at.Scan).Select(arm => at.Rounds[arm])],
        [$"{Connections} connections, five words of each class in turn: `/api/search/?q=word:…`; for contains, three letters from inside of them, `/api/search/?q=…` and `/api/thoughts/?search=…`. Something must be found."])
    {
        Charts = at.Worst(Words, at.Words, WordClasses.Rare).Void is not null ? [] : [new("search-by-size", "Search: 99th percentile in ms by number of thoughts", [.. lines.Select(line => new ChartLine(line.Key, line.Value))])],
    };

    private static async Task<SizedSearch> AtAsync(Workbench bench, int size, Pace pace, CancellationToken cancellationToken)
    {
        await using var monolith = await SizedMonolith.StartAsync(bench, size, cancellationToken);
        var words = await monolith.Data.WordsAsync(cancellationToken);
        var rare = words.Of(WordClasses.Rare);
        var classes = words.Classes.ToDictionary(entry => entry.Key, entry => Ask($"word, {entry.Key}", "/api/search/?limit=20&q=word:", entry.Value, SomethingFound));
        var wordNames = classes.Keys.ToList();
        foreach (var (name, some) in words.Classes.Where(entry => entry.Key != WordClasses.Dead))
        {
            var parts = some.Select(MiddleOf).Distinct().ToList();
            classes[$"part of {name}"] = Ask($"search, part of {name}", "/api/search/?limit=20&q=", parts, SomethingFound);
            classes[$"list, part of {name}"] = Ask($"list, part of {name}", "/api/thoughts/?limit=20&search=", parts, SomethingListed);
        }
        var scan = monolith.Arm("unindexed scan", new UnindexedScan(monolith.Data.Database.ConnectionString("search"), MiddleOf(rare[0])));
        var rounds = await Rounds.RunAsync([.. classes.Values, scan], pace, cancellationToken);
        return new(rounds, classes, wordNames, scan);

        Arm Ask(string name, string path, IEnumerable<string> texts, string marker) => monolith.Arm(name,
            new WrkLoad(monolith.Host.Addresses.Public, RightAnswer.Holding(marker)) { Paths = [.. texts.Select(text => path + Uri.EscapeDataString(text))], Connections = Connections });
    }

    // Three characters from inside, which no index of words knows.
    private static string MiddleOf(string word) => new([.. word.Skip((word.Length - 3) / 2).Take(3)]);
}
