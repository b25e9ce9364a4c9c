using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class ThoughtPagesTests(Topology topology)
{
    private const string Script = "<script>alert('hi')</script><img src=x onerror=alert(1)>";

    [Test]
    public async Task A_thought_has_a_page_of_its_own([Values("", "/")] string slash)
    {
        var author = await topology.NewAuthorAsync();
        var posted = await author.PostAsync("On its own");

        var answer = await topology.NewVisitor().OpenAsync($"/thoughts/{posted.Id()}{slash}");

        answer.Status.Should().Be(200);
        answer.Page.Thoughts.Single().Should().BeEquivalentTo(
            new { Id = posted.Id(), author.Username, Text = "On its own", Time = posted.GetProperty("timestamp").Time() });
    }

    [Test]
    public async Task A_profile_shows_one_authors_thoughts_newest_first_whatever_the_case_of_the_name([Values("", "/")] string slash)
    {
        var author = await topology.NewAuthorAsync();
        await (await topology.NewAuthorAsync()).PostAsync("by another");
        await author.PostAsync("one");
        await author.PostAsync("two");

        foreach (var name in new[] { author.Username, author.Username.ToUpperInvariant() })
        {
            var page = (await topology.NewVisitor().OpenToTheEndAsync($"/@{name}{slash}")).Page;
            page.Headings.Single().Should().Contain(author.Username);
            page.Thoughts.Select(thought => thought.Text).Should().Equal("two", "one");
        }
    }

    [Test]
    public async Task A_name_with_spaces_and_signs_has_a_profile_and_links_that_lead_there()
    {
        var author = await topology.NewAuthorAsync($"Zoë & <b> ? #1 % {Names.Unique()}");
        var id = (await author.PostAsync("Hello")).Id();

        var thought = await topology.NewVisitor().OpenAsync($"/thoughts/{id}/");
        var profile = await topology.NewVisitor().OpenAsync(thought.Page.ProfileLink);

        thought.Page.Thoughts.Single().Username.Should().Be(author.Username);
        profile.Status.Should().Be(200);
        profile.Page.Thoughts.Single().Username.Should().Be(author.Username);
    }

    [Test]
    public async Task A_profile_has_pages_of_twenty()
    {
        var author = await topology.NewAuthorAsync();
        for (var number = 1; number <= 21; number++) await author.PostAsync($"thought {number}");

        var first = (await topology.NewVisitor().OpenAsync($"/@{author.Username}/")).Page;
        var second = (await topology.NewVisitor().OpenAsync(first.Older!)).Page;

        first.Thoughts.Should().HaveCount(20);
        second.Thoughts.Single().Text.Should().Be("thought 1");
    }

    [Test]
    public async Task Markup_in_a_thought_or_a_name_is_shown_as_text_everywhere()
    {
        var author = await topology.NewAuthorAsync($"<script>{Names.Unique()}");
        var text = $"{Names.Unique()} {Script}";
        var posted = await author.PostAsync(text);
        await Search.UntilFoundAsync(topology.NewVisitor(), text);
        string[] pages =
        [
            $"/thoughts/{posted.Id()}/", $"/@{Uri.EscapeDataString(author.Username)}/",
            $"/search?search={Uri.EscapeDataString(text)}", $"/login/?returnUrl={Uri.EscapeDataString(Script)}",
        ];

        foreach (var path in pages)
        {
            var answer = await topology.NewVisitor().OpenAsync(path);
            answer.Status.Should().Be(200, "{0} is a page", path);
            answer.Text.Should().NotContain("<script>").And.NotContain("<img src=x", "{0} must show markup as text", path);
            if (!path.StartsWith("/login", StringComparison.Ordinal))
                answer.Page.Thoughts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Text = text, author.Username }, "of {0}", path);
        }
    }

    [Test]
    public async Task Mentions_and_bare_links_are_links_and_hashtags_search()
    {
        var author = await topology.NewAuthorAsync();
        var id = (await author.PostAsync("Ask @bruce about https://example.org/a?b=c&d=1 #tea")).Id();

        var html = (await topology.NewVisitor().OpenAsync($"/thoughts/{id}/")).Text;

        html.Should().Contain("href=\"/@bruce/\"").And.Contain("href=\"https://example.org/a?b=c&amp;d=1\"").And.Contain("rel=\"nofollow noopener\"");
        html.Should().MatchRegex("href=\"/search\\?search=%23tea\"");
    }
}
