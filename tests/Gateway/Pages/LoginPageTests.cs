using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>Getting in with a key, and being put out again.</summary>
internal sealed class LoginPageTests
{
    [TestCase("/admin/"), TestCase("/admin/routes/search"), TestCase("/admin/change?Route=search&Weight=50"), TestCase("/admin/history")]
    [TestCase("/admin/keys"), TestCase("/admin/audit"), TestCase("/admin/no/such/page"), TestCase("/search")]
    public async Task Without_a_key_every_page_asks_for_it_and_shows_nothing_else(string path)
    {
        using var nobody = ThePages.Open();
        var page = await nobody.GetAsync(path);
        (page.Status, page.Title).Should().Be((HttpStatusCode.Unauthorized, "Log in - Gateway - MyThoughts"));
        page.Forms.Should().ContainSingle().Which.Action.Should().Be("/admin/login");
        page.Text.Should().NotContain("monolith");
    }

    [Test]
    public async Task The_root_of_the_admin_port_leads_to_the_routes_and_the_public_port_has_no_pages()
    {
        using var someone = await ThePages.OpenOperatorAsync();
        (await someone.GetAsync("/")).Location.Should().Be("/admin/");
        using var outside = await ThePages.Gateway.SendAsync(HttpMethod.Get, "/admin/login", null, ("Accept", "text/html"));
        outside.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_key_opens_the_page_that_one_wanted()
    {
        using var someone = ThePages.Open();
        var answer = await someone.LogInAsync(ThePages.Gateway.Api.Key, "/admin/history?route=search");
        answer.Location.Should().Be("/admin/history?route=search");
        (await someone.GetAsync(answer.Location!)).Title.Should().Be("History of search - Gateway - MyThoughts");
        (await someone.GetAsync("/admin/login")).Location.Should().Be("/admin/");
    }

    [Test]
    public async Task The_session_is_a_cookie_that_scripts_and_other_sites_do_not_get_and_that_ends_with_the_browser()
    {
        using var someone = ThePages.Open();
        var answer = await someone.LogInAsync(ThePages.Gateway.Api.Key);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("operator=", StringComparison.Ordinal));
        cookie.Should().Contain("path=/admin").And.Contain("samesite=strict").And.Contain("httponly").And.NotContain("expires");
    }

    [Test]
    public async Task A_key_that_is_not_in_force_is_refused_in_words_not_repeated_and_audited()
    {
        using var nobody = ThePages.Open();
        var wrong = $"mt_00000000_{new string('0', 64)}";
        var page = await nobody.LogInAsync(wrong);
        page.Status.Should().Be(HttpStatusCode.Unauthorized);
        page.Text.Should().Contain("This key is not in force.");
        page.Html.Should().NotContain(wrong);
        (await NewestAsync("key refused")).Should().Contain("a key that is not in force, on the login page");
        (await nobody.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task After_ten_failures_no_key_is_heard_from_there_and_others_still_get_in()
    {
        using var guesser = ThePages.Open();
        for (var attempt = 0; attempt < 10; attempt++) (await guesser.LogInAsync("a guess")).Status.Should().Be(HttpStatusCode.Unauthorized);
        var page = await guesser.LogInAsync(ThePages.Gateway.Api.Key);
        page.Status.Should().Be(HttpStatusCode.TooManyRequests);
        page.Text.Should().Contain("Wait a minute");
        page.Headers.RetryAfter.Should().NotBeNull();
        using var someone = await ThePages.OpenOperatorAsync();
        (await someone.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_form_of_another_site_logs_nobody_in_or_out()
    {
        using var nobody = ThePages.Open();
        var page = await nobody.PostAsync("/admin/login", ("Key", ThePages.Gateway.Api.Key));
        (page.Status, page.Title).Should().Be((HttpStatusCode.BadRequest, "This form is out of date - Gateway - MyThoughts"));
        (await nobody.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var someone = await ThePages.OpenOperatorAsync();
        (await someone.PostAsync("/admin/logout")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await someone.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Logging_in_and_out_is_audited_and_after_it_the_pages_are_closed()
    {
        using var someone = await ThePages.OpenAsync("viewer", "Vera");
        (await NewestAsync("logged in")).Should().Contain("Vera");
        (await someone.SubmitAsync(await someone.GetAsync("/admin/"), "Log out")).Location.Should().Be("/admin/login");
        (await someone.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await NewestAsync("logged out")).Should().Contain("Vera");
    }

    [Test]
    public async Task A_revoked_key_ends_its_sessions_and_a_form_sent_afterwards_says_so()
    {
        var (id, key) = await ThePages.CreateKeyAsync("operator", "Rudi");
        using var someone = ThePages.Open();
        await someone.LogInAsync(key);
        var page = await someone.GetAsync("/admin/routes/search");
        page.Status.Should().Be(HttpStatusCode.OK);
        using var revoked = await ThePages.Gateway.Api.SendAsync(HttpMethod.Delete, $"keys/{id}");
        (await someone.GetAsync("/admin/routes/search")).Status.Should().Be(HttpStatusCode.Unauthorized);
        var late = await someone.SubmitAsync(page, "Log out");
        (late.Status, late.Title).Should().Be((HttpStatusCode.Unauthorized, "Your session has ended - Gateway - MyThoughts"));
    }

    [Test]
    public async Task A_session_lasts_eight_hours_from_the_last_step_of_a_person_and_an_open_page_takes_none()
    {
        var cookies = ThePages.Gateway.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("operator");
        var (real, clock) = (cookies.TimeProvider, new TestClock(DateTimeOffset.UtcNow));
        cookies.TimeProvider = clock;
        try
        {
            using var active = await ThePages.OpenOperatorAsync();
            using var left = await ThePages.OpenOperatorAsync();
            clock.Now += TimeSpan.FromHours(5);
            (await active.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.OK);
            (await left.GetAsync("/admin/", ("X-Live", "true"))).Status.Should().Be(HttpStatusCode.OK);
            clock.Now += TimeSpan.FromHours(4);
            (await active.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.OK);
            (await left.GetAsync("/admin/", ("X-Live", "true"))).Status.Should().Be(HttpStatusCode.Unauthorized);
        }
        finally
        {
            cookies.TimeProvider = real;
        }
    }

    [TestCase("/admin/assets/console.css", "--service"), TestCase("/admin/assets/console.js", "EventSource"), TestCase("/assets/site.css", "--accent")]
    public async Task The_login_page_has_its_looks_without_a_key(string path, string content)
    {
        using var nobody = ThePages.Open();
        var asset = await nobody.GetAsync(path);
        asset.Status.Should().Be(HttpStatusCode.OK);
        asset.Html.Should().Contain(content);
    }

    private static async Task<string> NewestAsync(string action) =>
        (await ThePages.Gateway.Api.GetAsync("audit?limit=5")).AsArray().First(entry => entry!["action"]!.ToString() == action)!.ToJsonString();
}
