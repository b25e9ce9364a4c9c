using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class AccountPagesTests(Topology topology)
{
    [Test]
    public async Task Who_signs_up_is_logged_in_and_can_post()
    {
        var username = Names.Unique();
        var visitor = topology.NewVisitor();

        var answer = await SignUpAsync(visitor, username, Names.Password);

        answer.Status.Should().BeInRange(302, 303, "of this answer: {0}", answer);
        var page = (await visitor.FollowAsync(answer)).Page;
        await visitor.SubmitAsync(page.Form("/thoughts/new"), ("text", "My first"));
        (await visitor.OpenAsync("/")).Page.Thoughts.Single().Should().BeEquivalentTo(new { Text = "My first", Username = username });
    }

    [Test]
    public async Task A_taken_name_is_refused_beside_its_field_and_the_name_stays_but_not_the_password()
    {
        var username = await topology.RegisterAsync();

        var answer = await SignUpAsync(topology.NewVisitor(), username.ToUpperInvariant(), Names.Password);

        answer.Status.Should().BeOneOf(200, 400, 409);
        answer.Page.Errors.Should().NotBeEmpty();
        answer.Page.Form("/register/")["username"].Should().Be(username.ToUpperInvariant());
        answer.Text.Should().NotContain(Names.Password);
    }

    [TestCase("", ""), TestCase("a/b", "x"), TestCase("<script>", "short")]
    public async Task A_form_with_several_faults_lists_them_all_and_links_to_the_fields(string username, string password)
    {
        var answer = await SignUpAsync(topology.NewVisitor(), username, password);

        answer.Status.Should().BeOneOf(200, 400);
        answer.Page.Errors.Should().NotBeEmpty("of this answer: {0}", answer);
        answer.Text.Should().Contain("aria-describedby").And.NotContain("<script>");
    }

    [Test]
    public async Task A_wrong_password_says_so_and_keeps_the_name_but_not_the_password()
    {
        var username = await topology.RegisterAsync();

        var answer = await LogInAsync(topology.NewVisitor(), username, "a wrong password");

        answer.Status.Should().BeOneOf(200, 400, 401);
        answer.Page.Errors.Should().NotBeEmpty();
        answer.Page.Form("/login/")["username"].Should().Be(username);
        answer.Text.Should().NotContain("a wrong password");
    }

    [TestCase("https://evil.example/"), TestCase("//evil.example/"), TestCase("/\\evil.example/"), TestCase("javascript:alert(1)"), TestCase("")]
    public async Task A_login_never_leads_to_another_site(string returnUrl)
    {
        var username = await topology.RegisterAsync();

        var answer = await LogInAsync(topology.NewVisitor(), username, Names.Password, $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

        answer.Header("Location").Should().BeOneOf("/", "/thoughts/");
    }

    [Test]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var username = await topology.RegisterAsync();

        var answer = await LogInAsync(topology.NewVisitor(), username, Names.Password);

        answer.Header("Set-Cookie").Should().MatchRegex("(?i)(^|, )session=[^;]+; expires=[^;]+; path=/; samesite=lax; httponly(,|$)");
    }

    [Test]
    public async Task Who_logs_out_is_out_and_a_link_alone_does_not_log_out()
    {
        var reader = await topology.NewReaderAsync();
        var page = (await reader.Visitor.OpenAsync("/thoughts/")).Page;

        await reader.Visitor.OpenAsync("/logout/");
        (await reader.Visitor.OpenAsync("/thoughts/")).Status.Should().Be(200, "an image or a link of another site must not log anybody out");
        (await reader.Visitor.SubmitAsync("/logout/")).Status.Should().Be(400, "nor may its form");

        (await reader.Visitor.SubmitAsync(page.Form("/logout/"))).Status.Should().BeInRange(302, 303);
        (await reader.Visitor.OpenAsync("/thoughts/")).Status.Should().Be(302);
    }

    [TestCase("/login/"), TestCase("/login"), TestCase("/register/"), TestCase("/register")]
    public async Task Account_pages_open_with_and_without_a_slash(string path) =>
        (await topology.NewVisitor().OpenAsync(path)).Page.Headings.Should().ContainSingle();

    [TestCase("/login/"), TestCase("/register/")]
    public async Task An_account_form_without_a_valid_antiforgery_token_is_400(string path)
    {
        (await topology.NewVisitor().SubmitAsync(path, ("username", Names.Unique()), ("password", Names.Password))).Status.Should().Be(400);
    }

    private static async Task<Answer> SignUpAsync(Visitor visitor, string username, string password) =>
        await visitor.SubmitAsync((await visitor.OpenAsync("/register/")).Page.Form("/register/"), ("username", username), ("password", password));

    private static async Task<Answer> LogInAsync(Visitor visitor, string username, string password, string query = "") =>
        await visitor.SubmitAsync((await visitor.OpenAsync("/login/" + query)).Page.Form("/login/"), ("username", username), ("password", password));
}
