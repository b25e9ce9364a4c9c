using Dapper;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Changes;

[Category(Claim.Category), Category("feed")]
internal sealed class HorizonTests
{
    private static readonly TimeSpan StuckAfter = Claim.Size(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    private static readonly TimeSpan Held = Claim.Size(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(40));

    [Test]
    public async Task A_transaction_left_open_in_another_database_loses_nothing_and_the_log_names_whose_it_is()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        await using var database = await TestDatabase.CreateAsync(cluster, ThoughtsModule.Definition);
        await using var elsewhere = await TestDatabase.CreateAsync(cluster, ThoughtsModule.Definition);
        using var log = new LogRecorder();
        await using var side = await ThoughtsSide.StartAsync(database, log: log, settings: new() { ["Feeds:StuckAfter"] = StuckAfter.ToString() });
        await using var forgotten = new NpgsqlConnection(elsewhere.Administrator + ";Pooling=false;Application Name=forgotten");
        await forgotten.OpenAsync();
        await using var open = await forgotten.BeginTransactionAsync();
        await forgotten.ExecuteAsync("INSERT INTO thoughts.thought (username, text, posted_at) VALUES ('bruce', 'elsewhere', now())", transaction: open);

        var posted = new List<long>();
        var held = System.Diagnostics.Stopwatch.StartNew();
        while (held.Elapsed < Held)
        {
            posted.Add((await side.PostAsync($"Meanwhile {posted.Count}")).Id);
            await Task.Delay(50);
        }
        (await ReadAsync(side)).Should().BeEmpty("what the open transaction writes may have to come first");
        await Eventually.HoldsAsync(() => Stuck(log) is not null, "the log says that the feed stands still");
        await open.CommitAsync();

        await Eventually.HoldsAsync(async () => (await ReadAsync(side)).Count == posted.Count, "everything comes");
        (await ReadAsync(side)).Should().Equal(posted);
        Stuck(log).Should().Contain($"backend {forgotten.ProcessID}").And.Contain("application 'forgotten'").And.Contain("database test_");
        await Eventually.HoldsAsync(() => log.Lines.Any(line => line.Message.StartsWith("The feed of thoughts moves again", StringComparison.Ordinal)), "the log says that it moves again");
        Claim.Holds("A transaction held open in another database", $"{Held.TotalSeconds:0} s, {posted.Count} posts meanwhile, 0 lost; the log: {Stuck(log)}");
    }

    private static string? Stuck(LogRecorder log) =>
        log.Lines.FirstOrDefault(line => line.Message.Contains("has stood still", StringComparison.Ordinal))?.Message;

    private static async Task<List<long>> ReadAsync(ThoughtsSide side)
    {
        var changes = await side.Thoughts.ChangesAsync(new(FeedCursor.Start, 1_000, TimeSpan.Zero, "test"), CancellationToken.None);
        return [.. changes.Changes.Select(change => change.Id)];
    }
}
