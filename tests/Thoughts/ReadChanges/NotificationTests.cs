using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.Changes;

internal sealed class NotificationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task A_post_on_one_side_wakes_a_reader_on_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        await using var writer = await ThoughtsSide.StartAsync(database);
        // This reader never looks by itself: only a notification brings it the news.
        await using var reader = await ThoughtsSide.StartAsync(database, new StoppedClock());
        await UntilListeningAsync(writer, hosts: 2);

        var cursor = FeedCursor.Start;
        for (var number = 1; number <= 3; number++)
        {
            var waiting = WaitAsync(reader, cursor);
            await writer.PostAsync($"Thought {number}");
            var changes = await waiting.WaitAsync(Patience);
            changes.Should().ContainSingle().Which.Thought!.Text.Should().Be($"Thought {number}");
            cursor = changes[^1].Cursor;
        }
    }

    [Test]
    public async Task Many_posts_make_few_notifications()
    {
        await using var side = await ThoughtsSide.StartAsync();
        await UntilListeningAsync(side, hosts: 1);
        await using var connection = new Npgsql.NpgsqlConnection(side.Database.ConnectionString(ThoughtsModule.Name) + ";Pooling=false");
        await connection.OpenAsync();
        await using (var listen = new Npgsql.NpgsqlCommand("LISTEN thoughts_feed", connection)) await listen.ExecuteNonQueryAsync();
        var heard = 0;
        connection.Notification += (_, _) => heard++;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => side.PostAsync($"Thought {number}")));
        while (await connection.WaitAsync(TimeSpan.FromMilliseconds(500))) { }
        heard.Should().BeInRange(1, 150, "what comes within 20 ms is one notification");
    }

    [Test]
    public async Task Notifications_come_again_after_the_database_was_away()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        await using var database = await TestDatabase.CreateAsync(cluster, ThoughtsModule.Definition);
        await using var side = await ThoughtsSide.StartAsync(database, new StoppedClock());
        await cluster.StopAsync();
        await cluster.StartAsync();
        side.Source.Clear();   // as the health check of a real host does
        await UntilListeningAsync(side, hosts: 1);

        var waiting = WaitAsync(side, FeedCursor.Start);
        await side.PostAsync("Here again");
        (await waiting.WaitAsync(Patience)).Should().ContainSingle();
    }

    private static Task<IReadOnlyList<ThoughtChange>> WaitAsync(ThoughtsSide side, FeedCursor after) => Task.Run(async () =>
        (await side.Thoughts.ChangesAsync(new(after, 10, Patience, "test"), CancellationToken.None)).Changes);

    private static async Task UntilListeningAsync(ThoughtsSide side, int hosts)
    {
        const string Listening = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";
        await Eventually.HoldsAsync(async () => await side.AskAsync<long>(Listening) >= hosts, $"{hosts} listening");
    }
}
