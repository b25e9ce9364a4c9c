using Dapper;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Changes;

/// <summary>The feed as its readers know it, in the same process and over HTTP.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class FeedTests(bool remote)
{
    private const string Insert = "INSERT INTO thoughts.thought (username, text, posted_at) VALUES ('bruce', @text, now())";
    private ThoughtsSide side = null!;

    private IThoughts Thoughts => remote ? side.Remote : side.Thoughts;

    [SetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [TearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task Changes_come_in_the_order_of_their_cursors_and_each_once()
    {
        for (var number = 1; number <= 5; number++) await side.PostAsync($"Thought {number}");
        var first = await ReadAsync(FeedCursor.Start, limit: 3);
        var second = await ReadAsync(first[^1].Cursor, limit: 3);
        first.Concat(second).Select(change => change.Thought!.Text).Should().Equal(Enumerable.Range(1, 5).Select(number => $"Thought {number}"));
        first.Concat(second).Select(change => change.Cursor).Should().BeInAscendingOrder();
        (await ReadAsync(second[^1].Cursor)).Should().BeEmpty();
    }

    [Test]
    public async Task A_deletion_comes_as_a_tombstone_at_a_new_place()
    {
        var thought = await side.PostAsync("Soon gone");
        await side.PostAsync("Stays");
        var seen = await ReadAsync(FeedCursor.Start);
        await side.Thoughts.DeleteAsync(new(thought.Id, Username: null), CancellationToken.None);
        (await ReadAsync(seen[^1].Cursor)).Should().ContainSingle().Which.Should().Match<ThoughtChange>(change => change.Id == thought.Id && change.Thought == null);
        (await ReadAsync(FeedCursor.Start)).Select(change => change.Thought?.Text).Should().Equal("Stays", null);

        var last = (await ReadAsync(FeedCursor.Start))[^1].Cursor;
        await side.Thoughts.DeleteAsync(new(thought.Id, Username: null), CancellationToken.None);
        (await ReadAsync(last)).Should().BeEmpty("deleting it again changes nothing");
    }

    [Test]
    public async Task What_a_slow_writer_commits_late_comes_first_and_is_not_skipped()
    {
        await using var connection = await side.Source.OpenConnectionAsync();
        await using var slow = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Insert, new { text = "Begun first" }, slow);
        await side.PostAsync("Committed first");
        (await AskAsync(FeedCursor.Start)).Changes.Should().BeEmpty("an older transaction is open, and what it writes has to come first");

        await slow.CommitAsync();
        var changes = await ReadAsync(FeedCursor.Start, wait: TimeSpan.FromSeconds(20));
        changes.Select(change => change.Thought!.Text).Should().Equal("Begun first", "Committed first");
    }

    [Test]
    public async Task A_writer_that_gives_up_holds_nothing_back_for_good()
    {
        await using (var connection = await side.Source.OpenConnectionAsync())
        await using (var abandoned = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(Insert, new { text = "Never said" }, abandoned);
            await side.PostAsync("Said");
            await abandoned.RollbackAsync();
        }
        (await ReadAsync(FeedCursor.Start, wait: TimeSpan.FromSeconds(20))).Select(change => change.Thought!.Text).Should().Equal("Said");
    }

    [Test]
    public async Task After_a_restore_readers_find_their_cursor_gone_and_the_whole_feed_anew()
    {
        const int rows = 1_200;
        await using var administrator = new NpgsqlConnection(side.Database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync($"INSERT INTO thoughts.thought (username, text, posted_at) SELECT 'bruce', 'Thought ' || n, now() FROM generate_series(1, {rows}) n");
        var ahead = (await ReadAsync(FeedCursor.Start, limit: 1_000))[^1].Cursor;

        await administrator.ExecuteAsync(Runbook.Sql("run-in-production.md", "thoughts.epoch"));

        (await Thoughts.ChangesAsync(new(ahead, 10, TimeSpan.Zero, "test"), CancellationToken.None)).Gone.Should().BeTrue();
        var first = await ReadAsync(FeedCursor.Start, limit: 1_000);
        var second = await ReadAsync(first[^1].Cursor, limit: 1_000);
        first.Concat(second).Select(change => change.Id).Should().OnlyHaveUniqueItems().And.HaveCount(rows);
        (await ReadAsync(second[^1].Cursor)).Should().BeEmpty();
    }

    [Test]
    public async Task A_cursor_that_means_nothing_here_is_gone()
    {
        await side.PostAsync("Anything");
        var known = (await ReadAsync(FeedCursor.Start))[^1].Cursor;
        (await AskAsync(known with { Epoch = 7 })).Gone.Should().BeTrue("nobody knows this epoch");
        (await AskAsync(known with { Epoch = 0 })).Gone.Should().BeTrue("nobody knows this epoch either");
        (await AskAsync(known with { Xid = ulong.MaxValue })).Gone.Should().BeTrue("no transaction is that far");
        (await AskAsync(known)).Gone.Should().BeFalse();
        (await AskAsync(FeedCursor.Start)).Gone.Should().BeFalse();
    }

    [Test]
    public async Task After_a_move_to_another_cluster_everything_of_the_earlier_epoch_comes_before_what_is_new()
    {
        await side.PostAsync("Before the move");
        var known = (await ReadAsync(FeedCursor.Start))[^1].Cursor;
        // In the old cluster the transaction ids were higher than here.
        await side.AskAsync<object>("UPDATE thoughts.thought SET xid = '999999999999'; INSERT INTO thoughts.epoch (number) VALUES (2)");
        await side.PostAsync("After the move");

        var changes = await ReadAsync(FeedCursor.Start, wait: TimeSpan.FromSeconds(20));
        changes.Select(change => change.Thought!.Text).Should().Equal("Before the move", "After the move");
        changes.Select(change => change.Cursor.Epoch).Should().Equal(1, 2);
        (await ReadAsync(known with { Xid = 999999999999 })).Select(change => change.Thought!.Text).Should().Equal("After the move");
    }

    [Test]
    public async Task Transaction_ids_are_ordered_as_numbers()
    {
        await side.PostAsync("Ninth");
        await side.PostAsync("Tenth");
        await side.AskAsync<object>("UPDATE thoughts.thought SET xid = CASE text WHEN 'Ninth' THEN '9'::xid8 ELSE '10'::xid8 END");
        (await ReadAsync(FeedCursor.Start)).Select(change => change.Thought!.Text).Should().Equal("Ninth", "Tenth");
    }

    [Test]
    public async Task A_wait_ends_empty_when_nothing_happens()
    {
        (await ReadAsync(FeedCursor.Start, wait: TimeSpan.FromMilliseconds(50))).Should().BeEmpty();
    }

    private async Task<IReadOnlyList<ThoughtChange>> ReadAsync(FeedCursor after, int limit = 100, TimeSpan wait = default)
    {
        await side.SettleAsync();
        var changes = await AskAsync(after, limit, wait);
        changes.Gone.Should().BeFalse();
        return changes.Changes;
    }

    private Task<FeedChanges<ThoughtChange>> AskAsync(FeedCursor after, int limit = 100, TimeSpan wait = default) =>
        Thoughts.ChangesAsync(new(after, limit, wait, "test"), CancellationToken.None);
}
