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

    [Test]
    public async Task Operators_narrow_a_search_and_whatever_else_is_typed_is_text()
    {
        var word = Names.Unique("opera");
        var other = await topology.NewAuthorAsync();
        var first = (await author.PostAsync($"{word} in Vienna")).Id();
        var second = (await other.PostAsync($"{word} in Milan, or {word} -abroad")).Id();
        var third = (await author.PostAsync($"before:noon, {word} at home")).Id();
        var visitor = topology.NewVisitor();
        await Search.UntilFoundAsync(visitor, word, count: 3);

        (await IdsAsync($"\"{word} in\" -milan")).Should().Equal(first);
        (await IdsAsync($"vienna OR home {word}")).Should().Equal(third, first);
        (await IdsAsync($"{word} or nothing-of-this-kind from:{author.Username.ToUpperInvariant()}")).Should().Equal(third, first);
        (await IdsAsync($"{word} -from:{author.Username} after:2020-01-01 before:2999")).Should().Equal(second);
        (await IdsAsync($"{word} before:2020-01-01")).Should().BeEmpty();
        // As from the beginning: contained as it stands.
        (await IdsAsync($"or {word} -")).Should().Equal(second);
        (await IdsAsync($"in Milan, or {word}")).Should().Equal(second);
        (await IdsAsync($"before:noon, {word}")).Should().Equal(third);
        (await Search.AnswerAsync(visitor, $"before:noon, {word}")).Json.GetProperty("notes").EnumerateArray().Should().ContainSingle();
        (await Search.AnswerAsync(visitor, word)).Json.TryGetProperty("notes", out _).Should().BeFalse();
        // The older list has no operators.
        (await visitor.GetAsync($"/api/thoughts/?search={Uri.EscapeDataString($"\"{word} in\" -milan")}")).Json.EnumerateArray().Should().BeEmpty();

        async Task<IEnumerable<long>> IdsAsync(string text) => (await Search.FindAsync(visitor, text)).Select(item => item.Id());
    }

    [Test]
    public async Task Best_matches_come_first_and_pages_join_without_a_gap_or_a_repeat()
    {
        var word = Names.Unique("best");
        string[] worstFirst = [$"{word}er is not quite it", $"some say {word}, and more", $"{word}", $"{word} and {word}"];
        foreach (var text in worstFirst) await author.PostAsync(text);
        var visitor = topology.NewVisitor();
        await Search.UntilFoundAsync(visitor, word, count: worstFirst.Length);

        var found = new List<string>();
        for (var path = $"/api/search/?q={word}&order=best&limit=2"; path is not null;)
        {
            var page = await visitor.GetAsync(path);
            found.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.Text()));
            path = Pages.Next(page);
        }

        found.Should().Equal(Enumerable.Reverse(worstFirst));
        var cursor = (await visitor.GetAsync($"/api/search/?q={word}&order=best&limit=2")).Json.GetProperty("next").GetString();
        (await visitor.GetAsync($"/api/search/?q={word}&cursor={cursor}")).ShouldBeAProblemWith("cursor");
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
