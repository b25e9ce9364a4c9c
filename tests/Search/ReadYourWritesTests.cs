using System.Diagnostics;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.Contracts;
using MyThoughts.Support;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

/// <summary>Whoever has just posted finds it, although search has not heard of it; nobody else waits for that.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReadYourWritesTests
{
    private static readonly FeedCursor NotYet = new(1, 1_000_000, 1);
    private SearchDatabase database = null!;

    [SetUp]
    public async Task Fill()
    {
        database = await CreateAsync();
        await database.ApplyAsync([.. Enumerable.Range(1, 6).Select(id => Thought(id * 10, $"even {id}", id == 6 ? "bruce" : "stephen"))]);
        // Thoughts knows 60 as well, and three of bruce's that search does not.
        database.Thoughts.Post(Thought(60, "even 6"), Thought(61, "even, mine"), Thought(62, "odd, mine"), Thought(15, "even, mine, posted late"));
    }

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task My_own_new_thoughts_are_among_what_matches_in_their_order_and_once()
    {
        (await TextsAsync(Written("bruce"), "even")).Should().Equal(
            "even, mine", "even 6", "even 5", "even 4", "even 3", "even 2", "even, mine, posted late", "even 1");
        (await TextsAsync(Written("bruce"), "odd")).Should().Equal("odd, mine");
        (await TextsAsync(Written("bruce"), null)).Should().HaveCount(9);
    }

    [Test]
    public async Task Their_matches_are_marked_and_filters_hold_for_them_too()
    {
        var found = await database.FindAsync(new() { Text = "MINE", From = "Bruce", After = Thought(62, "").Timestamp.ToString("yyyy-MM-ddTHH:mm:ssZ"), Written = Written("bruce") });
        var match = found.Items.Should().ContainSingle().Subject;
        match.Thought.Text.Should().Be("odd, mine");
        match.Highlights.Should().Equal(new Highlight(5, 4));
    }

    [TestCase("3"), TestCase("2"), TestCase("1")]
    public async Task Pages_follow_each_other_without_gap_or_repeat_and_back(string limit)
    {
        var all = (await TextsAsync(Written("bruce"), "even")).ToList();
        var walked = new List<string>();
        var pages = new List<SearchResult>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null; cursor = pages[^1].Next)
        {
            pages.Add(await database.FindAsync(new() { Text = "even", Limit = limit, Cursor = cursor, Written = Written("bruce") }));
            walked.AddRange(pages[^1].Items.Select(match => match.Thought.Text));
        }
        walked.Should().Equal(all);
        var back = await database.FindAsync(new() { Text = "even", Limit = limit, Cursor = pages[2].Previous, Written = Written("bruce") });
        back.Items.Should().BeEquivalentTo(pages[1].Items, options => options.WithStrictOrdering());
    }

    [Test]
    public async Task Once_search_has_caught_up_nobody_is_asked()
    {
        await using var readers = await Readers.StartAsync(database, database.Thoughts);
        await Eventually.HoldsAsync(async () => (await database.TextsAsync("mine")).Length == 3, "search has caught up");
        (await TextsAsync(new WrittenPosition(new(1, 104, 4), "bruce").ToString(), "mine")).Should().HaveCount(3);
        database.Thoughts.Lists.Should().Be(0);
    }

    [Test]
    public async Task A_moment_later_the_write_is_there_and_nobody_is_asked()
    {
        var searching = TextsAsync(new WrittenPosition(new(1, 101, 1), "bruce").ToString(), "even 6");
        await using var readers = await Readers.StartAsync(database, database.Thoughts);
        (await searching).Should().Equal("even 6");
    }

    [Test]
    public async Task Without_a_position_nobody_waits_and_nobody_is_asked()
    {
        (await TextsAsync(null, "mine")).Should().BeEmpty();
        database.Thoughts.Lists.Should().Be(0);
    }

    [TestCase("nonsense"), TestCase(""), TestCase("====")]
    public async Task What_is_no_position_is_ignored(string written)
    {
        (await TextsAsync(written, "even")).Should().HaveCount(6);
        (await TextsAsync(new string('A', 5_000), "even")).Should().HaveCount(6);
        database.Thoughts.Lists.Should().Be(0);
    }

    [Test]
    public async Task A_position_that_somebody_made_up_costs_a_moment_and_no_error()
    {
        var watch = Stopwatch.StartNew();
        (await TextsAsync(new WrittenPosition(new(9, ulong.MaxValue, long.MaxValue), "nobody").ToString(), "even")).Should().HaveCount(6);
        watch.Elapsed.Should().BeLessThan(Eventually.Patience);
        // More than may wait at once: the rest go on without.
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => TextsAsync(Written("nobody"), "even")));
    }

    [Test]
    public async Task With_Thoughts_away_search_answers_what_it_has()
    {
        database.Thoughts.Failure = new NeighbourUnavailableException("thoughts", null);
        (await TextsAsync(Written("bruce"), "even")).Should().HaveCount(6);
    }

    private static string Written(string author) => new WrittenPosition(NotYet, author).ToString();

    private async Task<string[]> TextsAsync(string? written, string? text)
    {
        var result = await database.FindAsync(new() { Text = text, Written = written });
        result.Errors.Should().BeEmpty();
        return [.. result.Items.Select(match => match.Thought.Text)];
    }
}
