using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class TimelinePageTests(Topology topology)
{
    [TestCase("/"), TestCase("/thoughts/"), TestCase("/thoughts")]
    public async Task Who_is_not_logged_in_is_sent_to_log_in_and_comes_back(string path)
    {
        var username = await topology.RegisterAsync();
        var visitor = topology.NewVisitor();

        var sent = await visitor.OpenAsync(path);
        sent.Status.Should().Be(302);
        sent.Location.Should().Be($"/login/?returnUrl={Uri.EscapeDataString(path)}");

        var form = (await visitor.OpenAsync(sent.Location!)).Page.Form("/login/");
        var back = await visitor.SubmitAsync(form, ("username", username), ("password", Names.Password));
        back.Location.Should().Be(path);
        (await visitor.OpenAsync(back.Location!)).Status.Should().Be(200);
    }

    [Test]
    public async Task What_I_post_is_on_top_of_my_page_and_a_reload_does_not_post_twice()
    {
        var me = await topology.NewReaderAsync();
        await PostAsync(me, "first");

        var answer = await PostAsync(me, "second <b>bold</b> & \"quoted\"\nnext line");

        answer.Status.Should().BeInRange(302, 303);
        for (var reload = 0; reload < 2; reload++)
            (await me.Visitor.OpenAsync(answer.Location!)).Page.Thoughts.Select(thought => thought.Text)
                .Should().Equal("second <b>bold</b> & \"quoted\"\nnext line", "first");
    }

    [Test]
    public async Task A_thought_on_a_page_says_who_and_when_to_the_second()
    {
        var me = await topology.NewReaderAsync();
        await PostAsync(me, "Now");

        var thought = (await me.Visitor.OpenAsync("/thoughts/")).Page.Thoughts.Single();

        thought.Username.Should().Be(me.Username);
        thought.Time.Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(1));
        thought.ExactTime.Should().MatchRegex(@"^\d{1,2} \w+ \d{4}, \d\d:\d\d:\d\d UTC$");
    }

    [Test]
    public async Task My_page_shows_nobody_elses_thoughts_and_tells_a_newcomer_what_to_do()
    {
        await (await topology.NewAuthorAsync()).PostAsync("somebody else's");
        var me = await topology.NewReaderAsync();

        var page = (await me.Visitor.OpenAsync("/thoughts/")).Page;

        page.Thoughts.Should().BeEmpty();
        page.Form("/thoughts/new")["text"].Should().BeEmpty();
        (await me.Visitor.OpenAsync("/thoughts/")).Text.Should().Contain("class=\"empty\"");
    }

    [Test]
    public async Task Twenty_thoughts_make_a_page_and_the_links_lead_back_and_forth()
    {
        var me = await topology.NewReaderAsync();
        var writer = await topology.LogInAsync(me.Username);
        for (var number = 1; number <= 41; number++) await writer.PostAsync($"thought {number}");

        var first = (await me.Visitor.OpenAsync("/thoughts/")).Page;
        var second = (await me.Visitor.OpenAsync(first.Older!)).Page;
        var third = (await me.Visitor.OpenAsync(second.Older!)).Page;
        var secondAgain = (await me.Visitor.OpenAsync(third.Newer!)).Page;

        first.Thoughts.Concat(second.Thoughts).Concat(third.Thoughts).Select(thought => thought.Text)
            .Should().Equal(Enumerable.Range(1, 41).Reverse().Select(number => $"thought {number}"));
        first.Thoughts.Should().HaveCount(20);
        first.Newer.Should().BeNull();
        third.Older.Should().BeNull();
        secondAgain.Thoughts.Select(thought => thought.Id).Should().Equal(second.Thoughts.Select(thought => thought.Id));
    }

    [Test]
    public async Task A_text_that_is_too_long_comes_back_with_the_reason_and_nothing_is_stored()
    {
        var me = await topology.NewReaderAsync();
        var text = new string('x', 251);

        var answer = await PostAsync(me, text);

        answer.Status.Should().BeOneOf(200, 400);
        answer.Page.Form("/thoughts/new")["text"].Should().Be(text);
        answer.Page.Errors.Should().NotBeEmpty();
        answer.Text.Should().Contain("aria-invalid=\"true\"");
        (await me.Visitor.OpenAsync("/thoughts/")).Page.Thoughts.Should().BeEmpty();
    }

    [TestCase(""), TestCase("   "), TestCase("\n")]
    public async Task A_text_that_cannot_be_a_thought_gets_a_reason_and_nothing_is_stored(string text)
    {
        var me = await topology.NewReaderAsync();

        var answer = await PostAsync(me, text);

        answer.Status.Should().BeOneOf(200, 400);
        answer.Page.Errors.Should().NotBeEmpty();
        (await me.Visitor.OpenAsync("/thoughts/")).Page.Thoughts.Should().BeEmpty();
    }

    [Test]
    public async Task Ten_megabytes_in_the_form_are_413_and_nothing_is_stored()
    {
        var me = await topology.NewReaderAsync();

        (await PostAsync(me, new string('x', 10_000_000))).Status.Should().Be(413);

        (await me.Visitor.OpenAsync("/thoughts/")).Page.Thoughts.Should().BeEmpty();
    }

    [Test]
    public async Task A_form_without_a_valid_antiforgery_token_is_400_and_nothing_is_stored()
    {
        var me = await topology.NewReaderAsync();
        var other = await topology.NewReaderAsync();
        var mine = (await me.Visitor.OpenAsync("/thoughts/")).Page.Form("/thoughts/new");
        var theirs = (await other.Visitor.OpenAsync("/thoughts/")).Page.Form("/thoughts/new");

        (await me.Visitor.SubmitAsync("/thoughts/new", ("text", "forged"))).Status.Should().Be(400);
        (await me.Visitor.SubmitAsync(mine, ("text", "forged"), ("antiforgery", "garbage"))).Status.Should().Be(400);
        (await me.Visitor.SubmitAsync(theirs, ("text", "forged"))).Status.Should().Be(400);

        (await me.Visitor.OpenAsync("/thoughts/")).Page.Thoughts.Should().BeEmpty();
    }

    [Test]
    public async Task Who_was_logged_out_meanwhile_is_sent_to_log_in_and_posts_nothing()
    {
        var visitor = topology.NewVisitor();

        var answer = await visitor.SubmitAsync("/thoughts/new", ("text", "nobody's"));

        answer.Status.Should().BeOneOf(302, 400);
        if (answer.Status == 302) answer.Location.Should().StartWith("/login/");
    }

    private static async Task<Answer> PostAsync(Author author, string text)
    {
        var form = (await author.Visitor.OpenAsync("/thoughts/")).Page.Form("/thoughts/new");
        return await author.Visitor.SubmitAsync(form, ("text", text));
    }
}
