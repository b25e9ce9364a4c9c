using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class SearchPageTests(Topology topology)
{
    [TestCase("/search?search="), TestCase("/search/?search=")]
    public async Task A_part_of_a_word_finds_the_thought_and_is_marked(string path)
    {
        var word = Names.Unique("Platypus");
        await (await topology.NewAuthorAsync()).PostAsync($"I met a {word}!");
        await Search.UntilFoundAsync(topology.NewVisitor(), word);

        var page = (await topology.NewVisitor().OpenAsync(path + word[..^2].ToLowerInvariant())).Page;

        page.Thoughts.Single().Text.Should().Be($"I met a {word}!");
        page.Thoughts.Single().Marks.Should().Equal(word[..^2]);
        page.Title.Should().Be($"Search: {word[..^2].ToLowerInvariant()} - MyThoughts");
    }

    [Test]
    public async Task No_text_lists_everybodys_thoughts_newest_first()
    {
        var word = Names.Unique("latest");
        await (await topology.NewAuthorAsync()).PostAsync(word);
        await Search.UntilFoundAsync(topology.NewVisitor(), word);

        foreach (var path in new[] { "/search", "/search/", "/search?search=" })
        {
            var page = (await topology.NewVisitor().OpenAsync(path)).Page;
            page.Thoughts.Select(thought => thought.Id).Should().BeInDescendingOrder().And.HaveCountLessThanOrEqualTo(20);
            // Other tests post meanwhile, so it may have moved to an older page.
            for (var older = 0; older < 10 && !page.Thoughts.Any(thought => thought.Text == word); older++)
                page = (await topology.NewVisitor().OpenAsync(page.Older!)).Page;
            page.Thoughts.Select(thought => thought.Text).Should().Contain(word, "{0} lists everybody's thoughts", path);
        }
    }

    [Test]
    public async Task What_was_typed_stays_in_the_field_and_no_match_says_what_to_do()
    {
        var word = "<\"" + Names.Unique("nothing");

        var answer = await topology.NewVisitor().OpenAsync($"/search?search={Uri.EscapeDataString(word)}");

        answer.Status.Should().Be(200);
        answer.Page.Thoughts.Should().BeEmpty();
        answer.Text.Should().Contain("class=\"empty\"");
        answer.Page.Forms.Single(form => form.Method == "get" && form.Action == "/search")["search"].Should().Be(word);
    }

    [Test]
    public async Task Twenty_matches_make_a_page_and_the_links_lead_back_and_forth()
    {
        var word = Names.Unique("many");
        var author = await topology.NewAuthorAsync();
        for (var number = 1; number <= 21; number++) await author.PostAsync($"{word} {number}");
        await Search.UntilFoundAsync(topology.NewVisitor(), $"{word} 21");
        var visitor = topology.NewVisitor();

        var first = (await visitor.OpenAsync($"/search?search={word}")).Page;
        var second = (await visitor.OpenAsync(first.Older!)).Page;
        var firstAgain = (await visitor.OpenAsync(second.Newer!)).Page;

        first.Thoughts.Should().HaveCount(20);
        second.Thoughts.Single().Text.Should().Be($"{word} 1");
        firstAgain.Thoughts.Select(thought => thought.Id).Should().Equal(first.Thoughts.Select(thought => thought.Id));
    }

    [Test]
    public async Task Operators_are_explained_read_aloud_and_each_match_is_marked()
    {
        var word = Names.Unique("opera");
        var author = await topology.NewAuthorAsync();
        await author.PostAsync($"<b>{word}</b> & Vienna");
        await author.PostAsync($"{word} in Milan");
        await Search.UntilFoundAsync(topology.NewVisitor(), word, count: 2);
        var text = $"\"<b>{word[..4]}\" or nothing -Milan vienna from:{author.Username} before:noon or {word}";

        var page = (await topology.NewVisitor().OpenAsync($"/search?search={Uri.EscapeDataString(text)}")).Page;

        page.Main.Should().Contain("Look for \"a phrase\", -without, this OR that, word:whole, from:name, before:2026-01-31, after:2026-01-01.");
        page.Main.Should().Contain($"Showing 1 thought with “<b>{word[..4]}” or with “nothing”, without “Milan”, with “vienna”, by “{author.Username}”");
        page.Main.Should().Contain("“before:noon” has no date");
        // What matches is marked as text: the mark of the phrase and that of the word in it are one.
        page.Thoughts.Single().Text.Should().Be($"<b>{word}</b> & Vienna");
        page.Thoughts.Single().Marks.Should().Equal($"<b>{word}", "Vienna");
        page.Forms.Single(form => form.Method == "get" && form.Action == "/search")["search"].Should().Be(text);
    }

    [Test]
    public async Task The_order_is_a_choice_of_links_and_stays_on_the_next_page()
    {
        var word = Names.Unique("order");
        var author = await topology.NewAuthorAsync();
        await author.PostAsync($"{word} {word}");
        for (var number = 1; number <= 20; number++) await author.PostAsync($"{word} {number}");
        await Search.UntilFoundAsync(topology.NewVisitor(), $"{word} 20");
        var visitor = topology.NewVisitor();

        var newest = (await visitor.OpenAsync($"/search?search={word}")).Page;
        newest.Current.Should().Be("Newest first");
        newest.Thoughts[0].Text.Should().Be($"{word} 20");
        var best = (await visitor.OpenAsync(newest.LinkTo("Best match")!)).Page;
        best.Current.Should().Be("Best match");
        best.Main.Should().Contain("Showing 20 thoughts, best match first");
        best.Thoughts[0].Text.Should().Be($"{word} {word}");
        var second = (await visitor.OpenAsync(best.Older!)).Page;
        second.Current.Should().Be("Best match");
        second.Thoughts.Single().Text.Should().Be($"{word} 10", "of those that are as good and as long the newer comes first");
        (await visitor.OpenAsync(second.Newer!)).Page.Thoughts.Select(thought => thought.Id).Should().Equal(best.Thoughts.Select(thought => thought.Id));
        (await visitor.OpenAsync(second.LinkTo("Newest first")!)).Page.Thoughts.Select(thought => thought.Id).Should().Equal(newest.Thoughts.Select(thought => thought.Id));
    }

    [TestCase("%"), TestCase("_"), TestCase("'"), TestCase("\""), TestCase("\\")]
    public async Task Signs_that_mean_something_to_a_database_are_letters_like_others(string sign)
    {
        var word = Names.Unique();
        var author = await topology.NewAuthorAsync();
        await author.PostAsync($"{word}xxz");
        await author.PostAsync($"{word}{sign}z");
        await Search.UntilFoundAsync(topology.NewVisitor(), word, count: 2);

        var page = (await topology.NewVisitor().OpenAsync($"/search?search={Uri.EscapeDataString($"{word}{sign}z")}")).Page;

        page.Thoughts.Select(thought => thought.Text).Should().Equal($"{word}{sign}z");
    }
}
