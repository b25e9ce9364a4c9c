using System.Net;
using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Pages;

/// <summary>A mention leads to whom it mentions, and whoever is mentioned finds out.</summary>
internal sealed class MentionPagesTests
{
    private const string StephenLinked = "<a href=\"/@Stephen/\">@STEPHEN</a>";

    private ThoughtsSide side = null!;
    private PageBrowser bruce = null!;
    private PageBrowser visitor = null!;

    [SetUp]
    public async Task Start()
    {
        side = await ThoughtsSide.StartAsync();
        bruce = new(side.NewClient("bruce"));
        visitor = new(side.NewClient());
    }

    [TearDown]
    public async Task Stop()
    {
        bruce.Dispose();
        visitor.Dispose();
        await side.DisposeAsync();
    }

    [Test]
    public async Task On_every_page_a_mention_of_somebody_is_a_link_and_of_nobody_is_text()
    {
        var thought = await side.PostAsync("@STEPHEN, have you met @nobody? #people");
        foreach (var path in (string[])["/", "/@bruce/", $"/thoughts/{thought.Id}/", $"/thoughts/{thought.Id}/delete/"])
            (await bruce.GetAsync(path)).Html.Should().Contain(
                $">{StephenLinked}, have you met @nobody? <a href=\"/search?search=%23people\">#people</a><", "of {0}", path);
    }

    [Test]
    public async Task A_page_asks_Users_once_for_all_its_names_and_not_again_for_those_it_knows()
    {
        for (var number = 1; number <= 20; number++) await side.PostAsync($"@stephen, @bruce and @nobody{number}");
        var page = await visitor.GetAsync("/@bruce/");
        page.Html.Should().Contain("<a href=\"/@Stephen/\">@stephen</a>, <a href=\"/@bruce/\">@bruce</a> and @nobody20<");
        side.Users.Questions.Should().ContainSingle().Which.Names.Should().HaveCount(22).And.OnlyHaveUniqueItems();
        (await visitor.GetAsync("/@bruce/")).Html.Should().Be(page.Html);
        side.Users.Questions.Should().ContainSingle();
    }

    [Test]
    public async Task With_Users_away_posting_works_mentions_are_text_and_become_links_when_it_is_back()
    {
        side.Users.IsAway = true;
        (await bruce.ComposeAsync("/", "@STEPHEN, are you there?")).Status.Should().Be(HttpStatusCode.Redirect);
        var page = await bruce.GetAsync("/");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain(">@STEPHEN, are you there?<");
        side.Users.IsAway = false;
        (await bruce.GetAsync("/")).Html.Should().Contain(StephenLinked);
    }

    [Test]
    public async Task A_page_does_not_wait_for_slow_Users_and_the_next_one_has_the_late_answer()
    {
        var silence = new TaskCompletionSource();
        side.Users.Silence = silence.Task;
        await side.PostAsync("@STEPHEN, are you there?");
        (await visitor.GetAsync("/@bruce/")).Html.Should().Contain(">@STEPHEN, are you there?<");
        silence.SetResult();
        side.Users.IsAway = true;
        await Eventually.HoldsAsync(async () => (await visitor.GetAsync("/@bruce/")).Html.Contains(StephenLinked, StringComparison.Ordinal), "the late answer is known");
    }

    [TestCase("/mentions"), TestCase("/mentions/")]
    public async Task The_page_of_mentions_is_for_those_who_are_logged_in(string path)
    {
        (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.Unauthorized, "the chassis turns this into the way to /login/");
        var page = await bruce.GetAsync(path);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain("<title>Mentions - MyThoughts</title>").And.Contain("<h1>Mentions</h1>").And.Contain("Nobody has mentioned you yet");
    }

    [Test]
    public async Task It_has_everybodys_thoughts_that_mention_me_newest_first_my_own_too()
    {
        await side.PostAsync("@BRUCE, hello", "Stephen");
        await side.PostAsync("@stephen, hello", "bruce");
        await side.PostAsync("Note to @bruce", "bruce");
        await UntilMentionsAreAsync("Note to @bruce", "@BRUCE, hello");
    }

    [Test]
    public async Task Its_pager_walks_to_the_oldest_and_back_without_loss()
    {
        for (var number = 1; number <= 45; number++) await side.PostAsync($"@bruce {number}", "Stephen");
        await UntilMentionsAreAsync(Numbers(45, 26));
        var first = await bruce.GetAsync("/mentions/");
        var second = await bruce.GetAsync(first.Link("next")!);
        second.Texts.Should().Equal(Numbers(25, 6));
        var third = await bruce.GetAsync(second.Link("next")!);
        third.Texts.Should().Equal(Numbers(5, 1));
        third.Link("next").Should().BeNull();
        (await bruce.GetAsync(third.Link("prev")!)).Texts.Should().Equal(second.Texts);
        (await bruce.GetAsync("/mentions/?before=1")).Html.Should().Contain("There is nothing older");
    }

    [TestCase("/mentions/?before=garbage"), TestCase("/mentions/?after=garbage")]
    public async Task Its_broken_address_is_400(string path) => (await bruce.GetAsync(path)).Status.Should().Be(HttpStatusCode.BadRequest);

    private async Task UntilMentionsAreAsync(params string[] texts)
    {
        IReadOnlyList<string> found = [];
        await Eventually.HoldsAsync(
            async () => (found = (await bruce.GetAsync("/mentions/")).Texts).SequenceEqual(texts),
            $"the page has {string.Join(", ", texts)}", instead: () => string.Join(", ", found));
    }

    private static string[] Numbers(int from, int to) => [.. Enumerable.Range(to, from - to + 1).Reverse().Select(number => $"@bruce {number}")];
}
