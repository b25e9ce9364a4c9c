using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

/// <summary>A mention leads to whom it mentions, and whoever is mentioned finds out, on whatever side.</summary>
[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class MentionTests(Topology topology)
{
    private Author author = null!;

    [OneTimeSetUp]
    public async Task LogInAsync() => author = await topology.NewAuthorAsync();

    [Test]
    public async Task A_mention_of_somebody_leads_to_their_profile_and_one_of_nobody_is_text()
    {
        var (mentioned, nobody) = (author.Username, Names.Unique("nobody"));
        var written = mentioned.ToUpperInvariant();
        var id = (await author.PostAsync($"@{written}, have you met @{nobody}?")).Id();
        var link = $"<a href=\"/@{mentioned}/\">@{written}</a>";
        foreach (var path in new[] { $"/thoughts/{id}/", $"/@{author.Username}/" })
        {
            var page = await UntilItHasAsync(author.Visitor, path, link);
            page.Text.Should().Contain($"{link}, have you met @{nobody}?<", "of {0}", path);
        }
        await Search.UntilFoundAsync(author.Visitor, nobody);
        (await UntilItHasAsync(author.Visitor, $"/search?search={nobody}", link)).Text.Should().Contain($"<mark>{nobody}</mark>?<");
        (await author.Visitor.OpenAsync($"/@{mentioned}/")).Status.Should().Be(200);
    }

    [Test]
    public async Task A_hashtag_leads_to_a_search_that_finds_it()
    {
        var tag = $"#{Names.Unique("tag")}";
        var id = (await author.PostAsync($"About {tag}.")).Id();
        await Search.UntilFoundAsync(author.Visitor, tag);
        var address = $"/search?search={Uri.EscapeDataString(tag)}";
        (await author.Visitor.OpenAsync($"/thoughts/{id}/")).Text.Should().Contain($"<a href=\"{address}\">{tag}</a>.<");
        (await author.Visitor.OpenAsync(address)).Page.Thoughts.Select(thought => thought.Id).Should().Equal(id);
    }

    [Test]
    public async Task Whoever_is_mentioned_finds_it_on_a_page_of_their_own_until_it_is_deleted()
    {
        var me = await topology.NewReaderAsync();
        (await me.Visitor.OpenAsync("/mentions/")).Page.Main.Should().Contain("Nobody has mentioned you yet");
        var id = (await author.PostAsync($"@{me.Username.ToUpperInvariant()}, hello")).Id();
        await author.PostAsync("Somebody else's business");
        var compose = (await me.Visitor.OpenAsync("/")).Page.Form("/thoughts/new");
        await me.Visitor.SubmitAsync(compose, ("Text", $"Note to @{me.Username}"));

        foreach (var path in new[] { "/mentions/", "/mentions" })
        {
            IReadOnlyList<string> texts = [];
            await Eventually.HoldsAsync(
                async () => (texts = [.. (await me.Visitor.OpenAsync(path)).Page.Thoughts.Select(thought => thought.Text)])
                    .SequenceEqual([$"Note to @{me.Username}", $"@{me.Username.ToUpperInvariant()}, hello"]),
                "both are there", instead: () => string.Join(", ", texts));
        }
        var page = (await me.Visitor.OpenAsync("/mentions/")).Page;
        page.Title.Should().Be("Mentions - MyThoughts");
        (page.Older, page.Newer).Should().Be((null, null));

        await author.Visitor.DeleteAsync($"/api/me/thoughts/{id}/");
        (await me.Visitor.OpenAsync("/mentions/")).Page.Thoughts.Select(thought => thought.Text).Should().Equal($"Note to @{me.Username}");
    }

    [TestCase("/mentions"), TestCase("/mentions/")]
    public async Task Who_is_not_logged_in_is_sent_to_log_in_first(string path) =>
        (await topology.NewVisitor().OpenAsync(path)).Location.Should().Be($"/login/?returnUrl={Uri.EscapeDataString(path)}");

    [Test]
    public async Task For_programs_a_thought_that_mentions_somebody_is_its_four_fields_and_no_more()
    {
        var text = $"@{author.Username} and #tags";
        var posted = await author.PostAsync(text);
        posted.ShouldBeAThought(author.Username, text);
        (await author.Visitor.GetAsync($"/api/thoughts/{posted.Id()}/")).Json.ShouldBeAThought(author.Username, text);
        (await author.OwnThoughtsAsync()).Single(thought => thought.Id() == posted.Id()).ShouldBeAThought(author.Username, text);
        (await author.Visitor.GetAsync($"/api/thoughts/?search={Uri.EscapeDataString(text)}")).Json.EnumerateArray().Single().ShouldBeAThought(author.Username, text);
    }

    // A host that has not asked Users yet may find that its first question takes longer than a page waits.
    private static async Task<Answer> UntilItHasAsync(Visitor visitor, string path, string html)
    {
        Answer? answer = null;
        await Eventually.HoldsAsync(
            async () => (answer = await visitor.OpenAsync(path)).Text.Contains(html, StringComparison.Ordinal), $"{path} has {html}", instead: () => answer!.Page.Main);
        return answer!;
    }
}
