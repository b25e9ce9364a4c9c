using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Feeds;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FollowingTests
{
    private Notebook notebook = null!;

    [SetUp]
    public async Task Open() => notebook = await Notebook.OpenAsync();

    [TearDown]
    public async Task Close() => await notebook.DisposeAsync();

    [Test]
    public async Task Of_many_hosts_at_one_place_one_applies_the_batch()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => notebook.NewHost()).ToList();
        var state = await hosts[0].Cursors.ReadAsync(CancellationToken.None);
        var applied = await Task.WhenAll(hosts.Select(host => host.Applier.ApplyAsync(state, [new(new(1, 7, 1), 1, "once")], CancellationToken.None)));
        applied.Count(won => won).Should().Be(1);
        (await notebook.WritesAsync()).Should().Equal(1);
    }

    [Test]
    public async Task A_change_and_the_cursor_are_stored_together_or_not_at_all()
    {
        var host = notebook.NewHost();
        var state = await host.Cursors.ReadAsync(CancellationToken.None);
        var apply = () => host.Applier.ApplyAsync(state, [new(new(1, 7, 1), 1, "poison")], CancellationToken.None);
        await apply.Should().ThrowAsync<FormatException>();
        (await host.Cursors.ReadAsync(CancellationToken.None)).Should().Be(state);
    }

    [Test]
    public async Task A_rebuild_keeps_what_it_has_not_seen_yet_until_it_has_caught_up()
    {
        var host = notebook.NewHost();
        notebook.Feed.Write(1, "kept");
        notebook.Feed.Write(2, "lost");
        await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);
        notebook.Feed.Restore();
        notebook.Feed.Write(1, "kept");
        notebook.Feed.Write(3, "new");

        (await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None)).Kind.Should().Be(FeedStepKind.Forgotten);
        (await notebook.TextsAsync()).Should().Equal("kept", "lost");
        await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);

        (await notebook.TextsAsync()).Should().Equal("kept", "new");
        var state = await host.Cursors.ReadAsync(CancellationToken.None);
        (state.Cursor.Epoch, state.Rebuilding, state.Rebuilt).Should().Be((2, false, 2));
    }

    [Test]
    public async Task A_rebuild_that_a_crash_interrupted_is_finished_by_whoever_comes_next()
    {
        var host = notebook.NewHost();
        for (var id = 1; id <= 1_200; id++) notebook.Feed.Write(id, $"note {id}");
        while ((await host.Cursors.ReadAsync(CancellationToken.None)).Cursor != (await notebook.Feed.FeedStatusAsync(CancellationToken.None)).Head)
            await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);
        await host.Following.BeginRebuildAsync(CancellationToken.None);
        await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);

        await notebook.StartHostAsync();
        await Eventually.HoldsAsync(async () => await host.Following.StateAsync(CancellationToken.None) is { Rebuilding: false, Rebuilt: 1_200 }, "the rebuild is over");
        (await notebook.TextsAsync()).Should().HaveCount(1_200);
    }

    [Test]
    public async Task Older_code_stands_by_and_newer_code_builds_anew()
    {
        notebook.Feed.Write(1, "one");
        notebook.ModelVersion = 2;
        var host = notebook.NewHost();
        (await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None)).Kind.Should().Be(FeedStepKind.Restarted);
        await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);
        (await notebook.TextsAsync()).Should().Equal("one");

        notebook.Feed.Write(2, "two");
        notebook.ModelVersion = 1;
        (await host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None)).Kind.Should().Be(FeedStepKind.StoodBy);
        (await notebook.TextsAsync()).Should().Equal("one");
    }

    [Test]
    public async Task An_answer_out_of_order_is_refused_and_nothing_of_it_applied()
    {
        var host = notebook.NewHost();
        FeedCursor[][] wrong = [[new(1, 5, 2), new(1, 5, 1)], [new(1, 5, 1), new(1, 5, 1)], [default]];
        foreach (var cursors in wrong)
        {
            notebook.Feed.Instead = _ => new([.. cursors.Select((cursor, index) => new Note(cursor, index, "wrong"))]);
            var step = () => host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);
            await step.Should().ThrowAsync<InvalidDataException>();
        }
        notebook.Feed.Instead = query => new([.. Enumerable.Range(1, query.Limit + 1).Select(id => new Note(new(1, 5, id), id, "more"))]);
        var greedy = () => host.Follower.StepAsync(TimeSpan.Zero, CancellationToken.None);
        await greedy.Should().ThrowAsync<InvalidDataException>();
        (await notebook.WritesAsync()).Should().BeEmpty();
    }

    [TestCase(false), TestCase(true)]
    public async Task A_feed_that_answers_nonsense_at_once_is_not_asked_in_a_busy_loop(bool gone)
    {
        notebook.Feed.Write(1, "one");
        await notebook.StartHostAsync();
        await notebook.UntilTextsAreAsync("one");
        notebook.Feed.Instead = _ => new([], gone);
        notebook.Feed.Write(2, "two");
        var before = notebook.Feed.Asked;
        await Task.Delay(1_000);   // long enough to tell a pause from none
        (notebook.Feed.Asked - before).Should().BeInRange(1, 25);

        notebook.Feed.Instead = null;
        await notebook.UntilTextsAreAsync("one", "two");
    }

    [Test]
    public async Task Trouble_is_told_once_and_so_is_its_end()
    {
        notebook.Feed.Instead = _ => throw new HttpRequestException("connection refused");
        await notebook.StartHostAsync();
        await Eventually.HoldsAsync(() => notebook.Feed.Asked >= 4, "the reader has asked four times");
        notebook.Log.Lines.Should().ContainSingle().Which.Level.Should().Be(LogLevel.Warning);

        notebook.Feed.Instead = null;
        notebook.Feed.Write(1, "back");
        await notebook.UntilTextsAreAsync("back");
        await Eventually.HoldsAsync(() => notebook.Log.Lines.Count == 2, "the log says that the feed is back");
        notebook.Log.Lines[1].Message.Should().Be("search follows the feed of notes again.");
    }
}
