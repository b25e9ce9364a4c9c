using MyThoughts.Chassis.Feeds;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.FindThoughts;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class BestMatchTests
{
    private const int Many = 2_345;
    private SearchDatabase database = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        database = await CreateAsync();
        await database.ApplyAsync(
            Thought(1, "platypuses"), Thought(2, "a plat"), Thought(3, "PLAT"), Thought(4, "plat, plat"), Thought(5, "a plat"),
            Thought(6, "egg"), Thought(7, "an egg of a plat"));
        await database.ApplyAsync([.. Enumerable.Range(1_001, Many).Select(id => Thought(id, id % 7 == 0 ? "many" : id % 3 == 0 ? "manyfold" : "so many, many"))]);
    }

    [OneTimeTearDown]
    public async Task Drop() => await database.DisposeAsync();

    [TestCase("plat", new long[] { 4, 3, 5, 2, 7, 1 })]
    [TestCase("plat OR egg", new long[] { 7, 4, 6, 3, 5, 2, 1 })]
    [TestCase("plat -egg", new long[] { 4, 3, 5, 2, 1 })]
    [TestCase("before:2026-01-01T12:04:00Z", new long[] { 3, 2, 1 })]
    public async Task Whole_words_come_first_then_more_often_then_shorter_then_newer(string text, long[] ids) =>
        (await BestAsync(text)).Items.Select(match => match.Thought.Id).Should().Equal(ids);

    [TestCase("1"), TestCase("2"), TestCase("4")]
    public async Task Pages_follow_each_other_without_gap_or_repeat_and_back(string limit)
    {
        var pages = await PagesAsync("plat", limit);
        pages.SelectMany(page => page.Items).Select(match => match.Thought.Id).Should().Equal(4, 3, 5, 2, 7, 1);
        pages[0].Previous.Should().BeNull();
        for (var page = pages.Count - 1; page > 0; page--)
        {
            var back = await BestAsync("plat", limit, pages[page].Previous);
            back.Items.Should().BeEquivalentTo(pages[page - 1].Items, options => options.WithStrictOrdering());
        }
    }

    [Test]
    public async Task Either_order_leads_to_every_match_and_the_newest_thousand_are_ranked_together()
    {
        var pages = await PagesAsync("many", "70");
        var ids = pages.SelectMany(page => page.Items).Select(match => match.Thought.Id).ToList();
        ids.Should().OnlyHaveUniqueItems().And.HaveCount(Many);
        var newest = Enumerable.Range(1_001 + Many - 1_000, 1_000).Select(id => (long)id).ToList();
        ids.Take(1_000).Order().Should().Equal(newest);
        ids.Take(newest.Count(id => id % 7 != 0 && id % 3 != 0)).Should().OnlyContain(id => id % 7 != 0 && id % 3 != 0, "what says it twice is better");
        pages[0].Notes.Should().Equal(BestMatch.RankedInParts);
        pages[^1].Notes.Should().BeEmpty("of the last of them there are fewer");
    }

    [Test]
    public async Task What_is_posted_or_deleted_meanwhile_moves_no_page()
    {
        await using var changing = await CreateAsync();
        await changing.ApplyAsync([.. Enumerable.Range(1, 1_200).Select(id => Thought(id, id % 2 == 0 ? "word" : "words"))]);
        var first = await changing.FindAsync(new() { Text = "word", Order = "best", Limit = "100" });
        var next = await changing.FindAsync(new() { Text = "word", Order = "best", Limit = "100", Cursor = first.Next });

        await changing.ApplyAsync([.. Enumerable.Range(2_001, 500).Select(id => Thought(id, "word"))]);
        await changing.ForgetAsync(first.Items[^1].Thought.Id);

        (await changing.FindAsync(new() { Text = "word", Order = "best", Limit = "100", Cursor = first.Next })).Items
            .Should().BeEquivalentTo(next.Items, options => options.WithStrictOrdering());
    }

    [Test]
    public async Task My_own_new_thoughts_are_ranked_among_the_others()
    {
        await using var behind = await CreateAsync();
        await behind.ApplyAsync(Thought(1, "plat"), Thought(2, "platypus"), Thought(4, "a plat"));
        behind.Thoughts.Post(Thought(3, "plat plat"), Thought(4, "a plat"), Thought(5, "my platypus"), Thought(6, "nothing"));
        var written = new WrittenPosition(new(1, 1_000_000, 1), "bruce").ToString();
        var pages = new List<SearchResult>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null; cursor = pages[^1].Next)
            pages.Add(await behind.FindAsync(new() { Text = "plat", Order = "best", Limit = "2", Cursor = cursor, Written = written }));
        pages.SelectMany(page => page.Items).Select(match => match.Thought.Id).Should().Equal(3, 1, 4, 2, 5);
    }

    [Test]
    public async Task A_page_beyond_the_last_is_empty_and_links_back()
    {
        var beyond = await BestAsync("plat", "5", new RankCursor(Better: false, Window.Everything, Score: 0, Id: 0).ToString());
        beyond.Items.Should().BeEmpty();
        beyond.Next.Should().BeNull();
        (await BestAsync("plat", "6", beyond.Previous)).Items.Should().HaveCount(6);
    }

    [Test]
    public async Task A_cursor_of_one_order_is_refused_in_the_other_and_one_of_before_goes_on_working()
    {
        var best = (await BestAsync("plat", "2")).Next;
        var newest = (await database.FindAsync("plat", limit: "2")).Next;
        (await database.FindAsync("plat", best)).Errors.Should().ContainSingle().Which.Should().Match<KeyValuePair<string, string[]>>(
            error => error.Key == "cursor" && error.Value[0] == "This cursor belongs to order=best. Ask in that order, or leave the cursor out to start anew.");
        (await BestAsync("plat", "2", newest)).Errors["cursor"].Should().ContainSingle().Which.Should().StartWith("This cursor belongs to order=newest.");
        newest.Should().Be("PDU", "the previous version gives and takes it too");
        (await database.FindAsync(new() { Text = "plat", Order = "newest", Cursor = "PDU" })).Items.Select(match => match.Thought.Id).Should().Equal(4, 3, 2, 1);
    }

    private Task<SearchResult> BestAsync(string text, string? limit = null, string? cursor = null) =>
        database.FindAsync(new() { Text = text, Order = SearchThoughts.BestMatch, Limit = limit, Cursor = cursor });

    private async Task<List<SearchResult>> PagesAsync(string text, string limit)
    {
        var pages = new List<SearchResult>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null; cursor = pages[^1].Next) pages.Add(await BestAsync(text, limit, cursor));
        return pages;
    }
}
