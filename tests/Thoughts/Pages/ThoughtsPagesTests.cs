using System.Net;

namespace MyThoughts.Thoughts.Tests.Pages;

internal sealed class ThoughtsPagesTests
{
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

    [TestCase("/")]
    [TestCase("/thoughts/")]
    [TestCase("/thoughts")]
    public async Task Ones_own_page_has_the_form_and_ones_own_thoughts_newest_first(string path)
    {
        await side.PostAsync("First");
        await side.PostAsync("Not mine", "Stephen");
        await side.PostAsync("Second");
        var page = await bruce.GetAsync(path);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Texts.Should().Equal("Second", "First");
        page.Html.Should().Contain("<textarea").And.Contain("action=\"/thoughts/new\"");
    }

    [TestCase("/")]
    [TestCase("/thoughts/new")]
    public async Task Who_is_not_logged_in_gets_no_page_of_their_own(string path) =>
        (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.Unauthorized, "the chassis turns this into the way to /login/");

    [Test]
    public async Task A_posted_thought_is_on_the_page_that_the_form_leads_to()
    {
        var posted = await bruce.ComposeAsync("/", "Two lines,\r\none break");
        posted.Status.Should().Be(HttpStatusCode.Redirect);
        posted.Location.Should().Be("/");
        (await bruce.GetAsync("/")).Texts.Should().Equal("Two lines,\none break");
    }

    [Test]
    public async Task A_line_break_counts_as_one_character_however_a_browser_sends_it()
    {
        (await bruce.ComposeAsync("/", new string('x', 248) + "\r\n" + "y")).Status.Should().Be(HttpStatusCode.Redirect);
        (await bruce.ComposeAsync("/", new string('x', 249) + "\r\n" + "y")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_refused_thought_stays_in_the_form_with_the_error_beside_it()
    {
        var text = new string('x', 251);
        var page = await bruce.ComposeAsync("/thoughts/new", text);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain(text).And.Contain("at most 250").And.Contain("aria-invalid=\"true\"");
        (await bruce.GetAsync("/")).Texts.Should().BeEmpty();
    }

    [Test]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("Text", "Not from our form")]);
        (await bruce.PostAsync("/thoughts/new", form)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await bruce.GetAsync("/")).Texts.Should().BeEmpty();
    }

    [Test]
    public async Task Markup_in_a_thought_or_a_name_is_text()
    {
        var thought = await side.PostAsync("<script>alert('x')</script>", "<b>bold</b>");
        var page = await visitor.GetAsync($"/thoughts/{thought.Id}/");
        page.Texts.Should().Equal("<script>alert('x')</script>");
        page.Html.Should().NotContain("<script>alert").And.NotContain("<b>bold");
    }

    [Test]
    public async Task The_pager_walks_to_the_oldest_and_back_without_loss()
    {
        for (var number = 1; number <= 45; number++) await side.PostAsync($"Thought {number}");
        var first = await visitor.GetAsync("/@bruce/");
        first.Texts.Should().Equal(Numbers(45, 26));
        first.Link("prev").Should().BeNull();
        var second = await visitor.GetAsync(first.Link("next")!);
        second.Texts.Should().Equal(Numbers(25, 6));
        var third = await visitor.GetAsync(second.Link("next")!);
        third.Texts.Should().Equal(Numbers(5, 1));
        third.Link("next").Should().BeNull();

        var back = await visitor.GetAsync(third.Link("prev")!);
        back.Texts.Should().Equal(Numbers(25, 6));
        var top = await visitor.GetAsync(back.Link("prev")!);
        top.Texts.Should().Equal(Numbers(45, 26));
        top.Link("prev").Should().BeNull();
    }

    [TestCase("/thoughts/999/")]
    [TestCase("/thoughts/tea")]
    [TestCase("/thoughts/99999999999999999999")]
    [TestCase("/@nobody/")]
    public async Task What_is_not_there_is_404(string path) => (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);

    [TestCase("/@bruce/?before=garbage")]
    [TestCase("/@bruce/?after=garbage")]
    public async Task A_broken_page_address_is_400(string path) => (await visitor.GetAsync(path)).Status.Should().Be(HttpStatusCode.BadRequest);

    [Test]
    public async Task A_profile_is_found_whatever_the_case_of_its_name()
    {
        await side.PostAsync("Hello", "Stephen");
        var page = await visitor.GetAsync("/@STEPHEN/");
        page.Texts.Should().Equal("Hello");
        page.Html.Should().Contain("<h1><bdi>Stephen</bdi></h1>");
    }

    [Test]
    public async Task With_Users_away_a_profile_still_shows_thoughts_and_says_what_is_missing()
    {
        await side.PostAsync("Hello", "Stephen");
        side.Users.IsAway = true;
        var page = await visitor.GetAsync("/@Stephen/");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Texts.Should().Equal("Hello");
        page.Html.Should().Contain("cannot be reached");
        (await bruce.ComposeAsync("/", "Posting needs no neighbour")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    private static IEnumerable<string> Numbers(int from, int to) => Enumerable.Range(to, from - to + 1).Reverse().Select(number => $"Thought {number}");
}
