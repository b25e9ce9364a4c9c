using Dapper;
using MyThoughts.Support;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FeedReaderTests : IDisposable
{
    private readonly FakeFeed feed = new();
    private readonly FakeAccounts accounts = new();
    private readonly LogRecorder log = new();
    private readonly List<Readers> hosts = [];
    private SearchDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await CreateAsync();

    [TearDown]
    public async Task Stop()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        await database.DisposeAsync();
    }

    public void Dispose() => log.Dispose();

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
    public async Task A_feed_that_forgot_the_cursor_is_read_again_from_its_start_while_search_goes_on()
    {
        await StartReaderAsync();
        feed.Post(Thought(1, "kept"), Thought(2, "lost"));
        await UntilTextsAreAsync("lost", "kept");

        feed.Restore(Thought(1, "kept"), Thought(3, "new"));

        await UntilTextsAreAsync("new", "kept");
        log.Lines.Should().ContainSingle().Which.Message.Should().Contain("rebuilding search from its start");
    }

    [Test]
    public async Task Nobody_is_found_whose_account_is_deleted_whichever_feed_is_ahead()
    {
        await StartReaderAsync();
        feed.Post(Thought(1, "by bruce", "Bruce"), Thought(2, "by stephen", "stephen"));
        await UntilTextsAreAsync("by stephen", "by bruce");
        accounts.Delete("Bruce");
        await UntilTextsAreAsync("by stephen");
        // Thoughts has not heard of it yet.
        feed.Post(Thought(3, "by bruce again", "Bruce"), Thought(4, "by stephen again", "stephen"));
        await UntilTextsAreAsync("by stephen again", "by stephen");
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

    private async Task StartReaderAsync() => hosts.Add(await Readers.StartAsync(database, feed, accounts, log));

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
