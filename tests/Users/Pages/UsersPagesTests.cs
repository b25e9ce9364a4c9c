using System.Net;
using MyThoughts.Support;

namespace MyThoughts.Users.Tests.Pages;

public sealed class UsersPagesTests
{
    private TestDatabase database = null!;
    private UsersSide side = null!;
    private Browser browser = null!;
    private int networks;

    [OneTimeSetUp]
    public async Task StartSide()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
        await side.Users.RegisterAsync(new("bruce", "password", ByAdministrator: true), default);
    }

    [OneTimeTearDown]
    public async Task StopSide()
    {
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [SetUp]
    public void OpenBrowser() => browser = new(side.Address, $"203.0.113.{++networks}");

    [TearDown]
    public void CloseBrowser() => browser.Dispose();

    [Test]
    public async Task Logging_in_sets_the_cookie_and_goes_where_one_wanted_to_go()
    {
        var answer = await browser.SubmitAsync("/login/", ("Username", "Bruce"), ("Password", "password"), ("returnUrl", "/thoughts/?page=2"));
        answer.Should().Match<Answer>(a => a.Status == HttpStatusCode.Found && a.Location == "/thoughts/?page=2");
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("session=", StringComparison.Ordinal));
        cookie.Should().ContainAll("httponly", "samesite=lax", "path=/", "expires=").And.NotContain("secure");
        browser.Session!.Expires.Should().BeCloseTo(DateTime.Now.AddDays(2), TimeSpan.FromMinutes(2));
        (await browser.GetAsync("/login/?returnUrl=/account/")).Location.Should().Be("/account/");
        (await browser.GetAsync($"/login/?returnUrl={Uri.EscapeDataString("/@z\u00fcri/?q=\u00e9")}")).Location.Should().Be("/@z%C3%BCri/?q=%C3%A9");
        (await browser.GetAsync("/account/")).Text.Should().Contain("bruce").And.Contain("<time datetime=");
    }

    [TestCase("https://evil.example/"), TestCase("//evil.example/"), TestCase("/\\evil.example/"), TestCase("javascript:alert(1)"), TestCase("evil"), TestCase("")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        (await browser.SubmitAsync("/login/", ("Username", "bruce"), ("Password", "password"), ("returnUrl", returnUrl))).Location.Should().Be("/");
        (await browser.GetAsync($"/login/?returnUrl={Uri.EscapeDataString(returnUrl)}")).Location.Should().Be("/");
    }

    [Test]
    public async Task A_wrong_password_is_told_beside_the_field_and_the_name_is_kept()
    {
        var answer = await browser.SubmitAsync("/login/", ("Username", "<b>bruce"), ("Password", "not the password"));
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Text.Should().Contain("The username or the password is wrong.").And.Contain("value=\"<b>bruce\"").And.NotContain("not the password");
        browser.Session.Should().BeNull();
    }

    [Test]
    public async Task Empty_fields_are_named()
    {
        var answer = await browser.SubmitAsync("/login/");
        answer.Text.Should().Contain("Enter a username.").And.Contain("Enter a password.").And.Contain("There are 2 problems");
    }

    [Test]
    public async Task Too_many_wrong_passwords_get_a_page_that_says_how_long_to_wait()
    {
        for (var count = 0; count < 10; count++) await browser.SubmitAsync("/login/", ("Username", "bruce"), ("Password", "wrong"));
        var answer = await browser.SubmitAsync("/login/", ("Username", "bruce"), ("Password", "password"));
        answer.Status.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Response.Headers.RetryAfter.Should().NotBeNull();
        answer.Text.Should().Contain("Try again in 15 minutes.");
        browser.Session.Should().BeNull();
    }

    [Test]
    public async Task Signing_up_logs_in()
    {
        var answer = await browser.SubmitAsync("/register/", ("Username", "selina_k"), ("Password", "correct horse"));
        answer.Should().Match<Answer>(a => a.Status == HttpStatusCode.Found && a.Location == "/");
        (await browser.GetAsync("/account")).Text.Should().Contain("selina_k");
    }

    [Test]
    public async Task Signing_up_with_a_taken_name_or_a_short_password_says_so()
    {
        (await browser.SubmitAsync("/register/", ("Username", "BRUCE"), ("Password", "correct horse"))).Text
            .Should().Contain("This username is taken.").And.Contain("value=\"BRUCE\"");
        (await browser.SubmitAsync("/register/", ("Username", "a b"), ("Password", "short"))).Text
            .Should().Contain("letters, digits").And.Contain("at least 8 characters").And.NotContain("value=\"short\"");
        browser.Session.Should().BeNull();
    }

    [Test]
    public async Task Logging_out_asks_first_and_then_forgets()
    {
        (await browser.GetAsync("/logout/")).Location.Should().Be("/login/");
        await browser.SubmitAsync("/login/", ("Username", "bruce"), ("Password", "password"));
        var page = await browser.GetAsync("/logout/");
        page.Text.Should().Contain("You are logged in as");
        browser.Session.Should().NotBeNull("a link logs nobody out");
        (await browser.SubmitAsync("/logout/")).Location.Should().Be("/login/");
        browser.Session.Should().BeNull();
        (await browser.GetAsync("/account/")).Location.Should().Be("/login/?returnUrl=%2Faccount%2F");
    }

    [TestCase("/login/"), TestCase("/register/"), TestCase("/logout/")]
    public async Task A_form_without_its_antiforgery_token_is_refused(string path)
    {
        var answer = await browser.PostAsync(path, ("Username", "bruce"), ("Password", "password"));
        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        browser.Session.Should().BeNull();
    }

    [Test]
    public async Task A_cookie_that_is_no_token_is_nobody()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = side.Address };
        client.DefaultRequestHeaders.Add("Cookie", "session=nonsense");
        (await client.GetAsync(new Uri("/login/", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
