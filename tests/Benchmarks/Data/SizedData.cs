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
            if (!File.Exists(data.Mark)) await data.FillAsync(bench, thoughts, cancellationToken);
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
        await using (var monolith = await Monolith.StartAsync(bench, folder, Database, cancellationToken)) await Reader.MakeAsync(monolith, cancellationToken);
        await CheckAsync(cancellationToken);
        await File.WriteAllTextAsync(Mark, "", cancellationToken);
    }

    // A verb that made less than it was told to would make everything fast.
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Database.Administrator + ";Command Timeout=600");
        var found = await CountAsync("SELECT count(*) FROM thoughts.thought WHERE text IS NOT NULL");
        var searchable = await CountAsync("SELECT count(*) FROM search.thought");
        if (found != Thoughts || searchable != Thoughts)
            throw new VoidException($"the data is not what was asked for: {Thoughts} thoughts, of which {found} are there and {searchable} can be found.");
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE");
        await vacuum.ExecuteNonQueryAsync(cancellationToken);

        async Task<long> CountAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
}
