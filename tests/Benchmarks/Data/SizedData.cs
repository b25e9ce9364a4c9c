using System.Globalization;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Benchmarks.Data;

/// <summary>
/// A database with as many thoughts as a claim names, kept for the next run. The only place that knows how they come about: by the verb
/// <c>seed</c> of the published monolith, and one reader who posts by HTTP.
/// </summary>
internal sealed class SizedData : IAsyncDisposable
{
    public const int Small = 10_000;
    public const int Medium = 1_000_000;
    public const int Large = 5_000_000;

    /// <summary>What stands for a million and for five in a quick run.</summary>
    public const int Quick = 100_000;

    private const int Seed = 1;
    private const int ThoughtsPerUser = 200;

    // As durable as production, with memory for a database of this size and room for its log: what is measured is no checkpoint.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["shared_buffers"] = "1GB",
        ["max_wal_size"] = "8GB",
        ["checkpoint_timeout"] = "30min",
        ["random_page_cost"] = "1.1",
    };

    // Search counts words in lots of this size; the last lot waits until it is full.
    private const int CountedAtATime = 8_192;

    private const string Uncounted = "SELECT count(*) FROM (SELECT FROM search.thought WHERE id >= (SELECT below FROM search.counted) LIMIT 8192) AS uncounted";

    private static readonly TimeSpan LongestCount = TimeSpan.FromHours(1);

    private readonly TestCluster cluster;
    private readonly string folder;

    private SizedData(TestCluster cluster, string folder, int thoughts) =>
        (this.cluster, this.folder, Thoughts, Database) = (cluster, folder, thoughts + Reader.Thoughts, TestDatabase.Kept(cluster, "mythoughts"));

    /// <summary>How many thoughts there are, the reader's included.</summary>
    public int Thoughts { get; }

    public TestDatabase Database { get; }

    public static async Task<SizedData> OpenAsync(Workbench bench, int thoughts, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(bench.Artifacts, "bench-data", string.Create(CultureInfo.InvariantCulture, $"{thoughts}-{Seed}"));
        var data = new SizedData(await TestCluster.OpenKeptAsync(folder, Settings), folder, thoughts);
        try
        {
            var isFilled = File.Exists(data.Mark);
            if (!isFilled) await data.FillAsync(bench, thoughts, cancellationToken);
            await data.SettleAsync(bench, cancellationToken);
            if (!isFilled) await data.CheckAsync(cancellationToken);
            await File.WriteAllTextAsync(data.Mark, "", cancellationToken);
            return data;
        }
        catch
        {
            await data.DisposeAsync();
            throw;
        }
    }

    /// <summary>The words of the data by how often they occur.</summary>
    public Task<WordClasses> WordsAsync(CancellationToken cancellationToken) =>
        WordClasses.ReadAsync(Path.Combine(folder, "words.json"), Database.Administrator, Thoughts, cancellationToken);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private string Mark => Path.Combine(folder, "filled");

    private async Task FillAsync(Workbench bench, int thoughts, CancellationToken cancellationToken)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  making {thoughts:N0} thoughts, once: they are kept"));
        await Monolith.RunVerbAsync(bench, folder, Database, cancellationToken, "seed",
            "--thoughts", $"{thoughts}", "--users", $"{thoughts / ThoughtsPerUser}", "--seed", $"{Seed}");
    }

    // Data of an earlier version is brought up to this one, and what a host counts in the background is counted before anything is measured.
    private async Task SettleAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await Monolith.RunVerbAsync(bench, folder, Database, cancellationToken, "migrate");
        await using var monolith = await Monolith.StartAsync(bench, folder, Database, cancellationToken);
        await Reader.MakeAsync(monolith, cancellationToken);
        await using var source = NpgsqlDataSource.Create(Database.Administrator + ";Command Timeout=600");
        for (var end = DateTime.UtcNow + LongestCount; await ScalarAsync(source, Uncounted, cancellationToken) >= CountedAtATime; await Task.Delay(1000, cancellationToken))
            if (DateTime.UtcNow > end) throw new VoidException("search does not come to the end of counting its words.");
    }

    // A verb that made less than it was told to would make everything fast.
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Database.Administrator + ";Command Timeout=600");
        var found = await ScalarAsync(source, "SELECT count(*) FROM thoughts.thought WHERE text IS NOT NULL", cancellationToken);
        var searchable = await ScalarAsync(source, "SELECT count(*) FROM search.thought", cancellationToken);
        if (found != Thoughts || searchable != Thoughts)
            throw new VoidException($"the data is not what was asked for: {Thoughts} thoughts, of which {found} are there and {searchable} can be found.");
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE");
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> ScalarAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
