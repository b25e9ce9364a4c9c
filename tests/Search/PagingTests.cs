using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class PagingTests
{
    private SearchDatabase database = null!;

    [SetUp]
    public async Task Fill()
    {
        database = await CreateAsync();
        await database.ApplyAsync([.. Enumerable.Range(1, 50).Select(id => Thought(id, id % 2 == 0 ? "even" : "odd"))]);
    }

    [TearDown]
    public async Task Drop() => await database.DisposeAsync();

    [TestCase(1, 25)]
    [TestCase(7, 4)]
    [TestCase(25, 1)]
    [TestCase(100, 1)]
    public async Task Pages_follow_each_other_without_gap_or_repeat_while_people_post(int limit, int pages)
    {
        var ids = new List<long>();
        string? cursor = null;
        for (var page = 1; page == 1 || cursor is not null; page++)
        {
            page.Should().BeLessThanOrEqualTo(pages);
            var result = await database.FindAsync("even", cursor, $"{limit}");
            ids.AddRange(result.Items.Select(match => match.Thought.Id));
            cursor = result.Next;
            await database.ApplyAsync(Thought(1000 + page, "even newer"));
        }
        ids.Should().Equal(Enumerable.Range(1, 25).Select(n => 52L - 2 * n));
    }

    [Test]
    public async Task A_page_links_back_to_the_one_it_came_from()
    {
        var first = await database.FindAsync("even", limit: "10");
        var second = await database.FindAsync("even", first.Next, "10");
        var third = await database.FindAsync("even", second.Next, "10");
        first.Previous.Should().BeNull();
        third.Next.Should().BeNull();

        var back = await database.FindAsync("even", third.Previous, "10");
        back.Items.Should().BeEquivalentTo(second.Items, options => options.WithStrictOrdering());
        (await database.FindAsync("even", back.Next, "10")).Items.Should().BeEquivalentTo(third.Items);

        var top = await database.FindAsync("even", back.Previous, "10");
        top.Items.Should().BeEquivalentTo(first.Items, options => options.WithStrictOrdering());
        top.Previous.Should().BeNull();
    }

    [Test]
    public async Task Without_a_limit_a_page_has_twenty() => (await database.FindAsync("")).Items.Should().HaveCount(20);

    [Test]
    public async Task A_page_beyond_the_last_is_empty_and_links_back()
    {
        var cursor = (await database.FindAsync("even", limit: "24")).Next;
        await database.ForgetAsync(2);
        var beyond = await database.FindAsync("even", cursor, "24");
        beyond.Items.Should().BeEmpty();
        beyond.Next.Should().BeNull();
        (await database.FindAsync("even", beyond.Previous, "24")).Items.Should().HaveCount(24);
    }
}
