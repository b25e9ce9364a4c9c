using System.Diagnostics;
using System.Text.Json;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class SearchApiTests(Topology topology)
{
    private static readonly TimeSpan LongestLag = Claim.Size(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));

    private Author author = null!;

    [OneTimeSetUp]
    public async Task LogInAsync() => author = await topology.NewAuthorAsync();

    [Test, Category(Claim.Category), Category("lag")]
    public async Task A_new_thought_is_found_soon_after_its_post()
    {
        var word = Names.Unique("platypus");
        await author.PostAsync($"I saw a {word} today");
        var posted = Stopwatch.StartNew();

        await Search.UntilFoundAsync(topology.NewVisitor(), word);

        var lag = posted.Elapsed;
        lag.Should().BeLessThan(LongestLag);
        Claim.Holds($"A post is found by search within a second: {topology}", $"{lag.TotalMilliseconds:0} ms");
    }

    [Test]
    public async Task A_match_is_the_thought_with_the_places_that_match()
    {
        var word = Names.Unique("Otter");
        var posted = await author.PostAsync($"{word} & {word.ToUpperInvariant()}");

        var item = (await Search.UntilFoundAsync(topology.NewVisitor(), word.ToLowerInvariant())).Single();

        item.EnumerateObject().Select(property => property.Name).Should().Equal("id", "username", "text", "timestamp", "highlights");
        item.Id().Should().Be(posted.Id());
        item.GetProperty("timestamp").GetRawText().Should().Be(posted.GetProperty("timestamp").GetRawText());
        item.GetProperty("highlights").EnumerateArray()
            .Select(place => posted.Text().Substring(place.GetProperty("start").GetInt32(), place.GetProperty("length").GetInt32()))
            .Should().Equal(word, word.ToUpperInvariant());
    }

    [Test]
    public async Task A_part_of_a_word_is_enough_and_the_slash_is_optional([Values("/api/search", "/api/search/")] string path)
    {
        var word = Names.Unique("platypus");
        await author.PostAsync(word);
        await Search.UntilFoundAsync(topology.NewVisitor(), word);

        var answer = await topology.NewVisitor().GetAsync($"{path}?q={word[2..^2]}");

        answer.Json.GetProperty("items").EnumerateArray().Should().ContainSingle();
        answer.Json.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task Newest_come_first_and_pages_join_without_a_gap_or_a_repeat()
    {
        var word = Names.Unique("paged");
        var ids = new List<long>();
        for (var number = 0; number < 5; number++) ids.Add((await author.PostAsync($"{word} {number}")).Id());
        await Search.UntilFoundAsync(topology.NewVisitor(), $"{word} 4");
        var visitor = topology.NewVisitor();

        var found = new List<long>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await visitor.GetAsync($"/api/search/?q={word}&limit=2&cursor={Uri.EscapeDataString(cursor)}")).Json;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Id()));
            cursor = page.GetProperty("next").GetString();
        }

        found.Should().Equal(Enumerable.Reverse(ids));
    }

    [Test]
    public async Task A_search_can_be_narrowed_to_an_author_and_a_time()
    {
        var word = Names.Unique("shared");
        var other = await topology.NewAuthorAsync();
        var mine = await author.PostAsync(word);
        var theirs = await other.PostAsync(word);
        var visitor = topology.NewVisitor();
        await Search.UntilFoundAsync(visitor, word, count: 2);
        var between = Uri.EscapeDataString(theirs.GetProperty("timestamp").GetString()!);

        (await IdsAsync($"q={word}&from={author.Username.ToUpperInvariant()}")).Should().Equal(mine.Id());
        (await IdsAsync($"q={word}&after={between}")).Should().Equal(theirs.Id());
        (await IdsAsync($"q={word}&before={between}")).Should().Equal(mine.Id());
        (await IdsAsync($"q={word}&order=newest")).Should().Equal(theirs.Id(), mine.Id());

        async Task<IEnumerable<long>> IdsAsync(string query) =>
            (await visitor.GetAsync($"/api/search/?{query}")).Json.GetProperty("items").EnumerateArray().Select(item => item.Id());
    }

    [TestCase("%"), TestCase("_"), TestCase("'"), TestCase("\""), TestCase("\\"), TestCase("%_%"), TestCase("(a|b)*")]
    public async Task Signs_that_mean_something_to_a_database_are_letters_like_others(string sign)
    {
        var word = Names.Unique();
        var without = await author.PostAsync($"{word}xxz");
        var with = await author.PostAsync($"{word}{sign}z");
        var visitor = topology.NewVisitor();
        await Search.UntilFoundAsync(visitor, word, count: 2);

        var found = await Search.FindAsync(visitor, $"{word}{sign}z");

        found.Select(item => item.Id()).Should().Equal([with.Id()], "{0} has no {1}", without.Text(), sign);
    }

    [Test]
    public async Task A_deleted_thought_is_found_no_more()
    {
        var word = Names.Unique("gone");
        var posted = await author.PostAsync(word);
        var visitor = topology.NewVisitor();
        await Search.UntilFoundAsync(visitor, word);

        (await topology.NewOperator().DeleteAsync($"/admin/thoughts/{posted.Id()}/")).Status.Should().Be(204);

        await Search.UntilFoundAsync(visitor, word, count: 0);
    }
}
