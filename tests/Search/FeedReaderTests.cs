using Dapper;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Search.FollowThoughts;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FeedReaderTests
{
    private readonly FakeFeed feed = new();
    private readonly RecordingLogger<FeedReader> log = new();
    private readonly List<FeedReader> readers = [];
    private SearchDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await CreateAsync();

    [TearDown]
    public async Task Stop()
    {
        foreach (var reader in readers)
        {
            await reader.StopAsync(CancellationToken.None);
            reader.Dispose();
        }
        await database.DisposeAsync();
    }

    [Test]
    public async Task A_post_is_found_and_a_deleted_one_is_not()
    {
        await StartReaderAsync();
        feed.Post(Thought(1, "first"), Thought(2, "second"));
        await UntilTextsAreAsync("second", "first");
        feed.Delete(1);
        await UntilTextsAreAsync("second");
        feed.Post(Thought(2, "second, changed"));
        await UntilTextsAreAsync("second, changed");
    }

    [Test]
    public async Task A_backlog_of_many_batches_is_caught_up_with()
    {
        feed.Post([.. Enumerable.Range(1, 2_345).Select(id => Thought(id, $"thought {id}"))]);
        await StartReaderAsync();
        await Eventually.HoldsAsync(async () => await CountAsync() == 2_345, "all thoughts are there");
    }

    [Test]
    public async Task Of_two_readers_at_the_same_place_one_applies_the_batch()
    {
        var state = await database.Model.StateAsync(CancellationToken.None);
        IReadOnlyList<ThoughtChange> batch = [new(new(1, 7, 1), 1, Thought(1, "once"))];

        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            database.Model.ApplyAsync(state, batch, caughtUp: true, CancellationToken.None)));

        applied.Count(won => won).Should().Be(1);
        (await database.Model.StateAsync(CancellationToken.None)).Cursor.Should().Be(new FeedCursor(1, 7, 1));
    }

    [Test]
    public async Task Each_change_takes_effect_once_while_readers_race()
    {
        await database.RecordWritesAsync();
        for (var reader = 0; reader < 3; reader++) await StartReaderAsync();

        for (var id = 1; id <= 300; id++)
        {
            feed.Post(Thought(id, $"thought {id}"));
            if (id % 10 == 0) await Task.Delay(5);
        }

        await Eventually.HoldsAsync(async () => await CountAsync() == 300, "all thoughts are there");
        // Every thought was posted once and never changed, so it was written once, whoever did it.
        (await database.WritesAsync()).Should().Be(300);
        log.Lines.Should().BeEmpty();
    }

    [Test]
    public async Task A_change_and_the_cursor_are_stored_together_or_not_at_all()
    {
        var state = await database.Model.StateAsync(CancellationToken.None);
        // PostgreSQL refuses the text after the cursor was moved.
        var apply = () => database.Model.ApplyAsync(
            state, [new(new(1, 7, 1), 1, Thought(1, "bad\0"))], caughtUp: true, CancellationToken.None);

        await apply.Should().ThrowAsync<Npgsql.PostgresException>();

        (await database.Model.StateAsync(CancellationToken.None)).Should().Be(state);
    }

    [Test]
    public async Task A_neighbour_that_is_away_is_tried_again_and_told_of_once()
    {
        feed.Failure = new HttpRequestException("connection refused");
        await StartReaderAsync();
        await Eventually.HoldsAsync(() => feed.Failures >= 4, "the reader has tried four times");
        log.Lines.Should().ContainSingle().Which.Level.Should().Be(LogLevel.Warning);

        feed.Failure = null;
        feed.Post(Thought(1, "back"));
        await UntilTextsAreAsync("back");
        await Eventually.HoldsAsync(() => log.Lines.Count == 2, "the log says that the neighbour is back");
        log.Lines[1].Level.Should().Be(LogLevel.Information);
    }

    [Test]
    public async Task A_feed_that_forgot_the_cursor_is_read_again_from_its_start_while_search_goes_on()
    {
        await StartReaderAsync();
        feed.Post(Thought(1, "kept"), Thought(2, "lost"));
        await UntilTextsAreAsync("lost", "kept");

        feed.Restore(Thought(1, "kept"), Thought(3, "new"));

        await UntilTextsAreAsync("new", "kept");
        var state = await database.Model.StateAsync(CancellationToken.None);
        state.Cursor.Epoch.Should().Be(2);
        state.Rebuilding.Should().BeFalse();
        log.Lines.Should().ContainSingle().Which.Message.Should().Contain("rebuilding search from its start");
    }

    [Test]
    public async Task A_rebuild_keeps_what_it_has_not_seen_yet_until_it_has_caught_up()
    {
        await database.ApplyAsync(Thought(1, "old one"), Thought(2, "old two"));
        (await database.Model.RestartAsync(await database.Model.StateAsync(CancellationToken.None), CancellationToken.None)).Should().BeTrue();
        (await database.TextsAsync("old")).Should().Equal("old two", "old one");

        var state = await database.Model.StateAsync(CancellationToken.None);
        await database.Model.ApplyAsync(state, [new(new(2, 1, 1), 1, Thought(1, "old one"))], caughtUp: false, CancellationToken.None);
        (await database.TextsAsync("old")).Should().Equal("old two", "old one");

        state = await database.Model.StateAsync(CancellationToken.None);
        await database.Model.ApplyAsync(state, [], caughtUp: true, CancellationToken.None);
        (await database.TextsAsync("old")).Should().Equal("old one");
    }

    [Test]
    public async Task A_reader_that_waits_for_news_holds_no_transaction_open()
    {
        await StartReaderAsync();
        feed.Post(Thought(1, "first"));
        await UntilTextsAreAsync("first");
        await using var connection = await database.Source.OpenConnectionAsync();
        await Eventually.HoldsAsync(async () => await connection.ExecuteScalarAsync<long>(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND (xact_start IS NOT NULL OR backend_xmin IS NOT NULL)
            """) == 0, "nobody else has a transaction open");
    }

    private async Task StartReaderAsync()
    {
        var readiness = new DatabaseReadiness();
        readiness.Start();
        var reader = new FeedReader(feed, database.Model, readiness, log);
        readers.Add(reader);
        await reader.StartAsync(CancellationToken.None);
    }

    private async Task UntilTextsAreAsync(params string[] texts)
    {
        string[] found = [];
        await Eventually.HoldsAsync(
            async () => (found = await database.TextsAsync(null)).SequenceEqual(texts),
            $"the texts are {string.Join(", ", texts)}", instead: () => string.Join(", ", found));
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM search.thought");
    }
}
