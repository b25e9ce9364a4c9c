using System.Net;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>What is seen without changing anything.</summary>
internal sealed class BoardPageTests
{
    private OperatorBrowser someone = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => someone = await ThePages.OpenOperatorAsync();

    [OneTimeTearDown]
    public void Close() => someone.Dispose();

    [Test]
    public async Task The_board_has_every_route_with_both_sides_their_health_and_who_changed_it_last()
    {
        await ThePages.Gateway.Api.ChangeAsync(HttpMethod.Put, "routes/users/weight", new { weight = 12.5, reason = "Ticket <7>", force = true });
        var page = await someone.GetAsync("/admin/");
        (page.Status, page.Title).Should().Be((HttpStatusCode.OK, "Routes - Gateway - MyThoughts"));
        foreach (var route in SystemUnderTest.Map.Modules.Select(module => module.Name)) page.Link(route).Should().Be($"/admin/routes/{route}");
        page.Part("users-monolith-state").Should().Be("ready");
        page.Part("users-service-health").Should().Be("0 of 1 healthy");
        page.Part("search-service-health").Should().Be("1 of 1 healthy");
        page.Text.Should().Contain("weight 0% → is now 12.5% by development").And.Contain("Ticket <7>");
        page.Text.Should().Contain("Visitors monolith 87.5% service 12.5%");
        await ThePages.Gateway.Api.SetWeightAsync("users", 0);
    }

    [Test]
    public async Task Every_figure_has_its_unit_and_every_chart_its_words()
    {
        var page = await someone.GetAsync("/admin/");
        page.Part("search-monolith-requests").Should().EndWith("/s");
        page.Part("search-monolith-errors").Should().EndWith("%");
        page.Html.Should().Contain("aria-label=\"Requests a second, the last 15 minutes: service").And.NotContain("style=");
    }

    [Test]
    public async Task A_service_that_goes_away_is_seen_and_said_in_words()
    {
        ThePages.Search.IsReady = false;
        try
        {
            await Eventually.HoldsAsync(async () => (await someone.GetAsync("/admin/")).Part("search-service-health") == "0 of 1 healthy", "the board says so");
            (await someone.GetAsync("/admin/routes/search")).Text.Should().Contain("not ready");
        }
        finally
        {
            ThePages.Search.IsReady = true;
            await ThePages.Gateway.UntilAvailableAsync("search", available: true);
        }
    }

    [Test]
    public async Task A_route_has_its_page_and_what_is_no_route_has_none()
    {
        var page = await someone.GetAsync("/admin/routes/search");
        page.Title.Should().Be("search: 25% - Gateway - MyThoughts");
        page.Text.Should().Contain("/api/search").And.Contain(ThePages.Search.Address).And.Contain("The first start.");
        (await someone.GetAsync("/admin/routes/serach")).Status.Should().Be(HttpStatusCode.NotFound);
        (await someone.GetAsync("/admin/error/500")).Status.Should().Be(HttpStatusCode.NotFound, "there is no failure to show");
    }

    [Test]
    public async Task The_box_explains_where_a_visitor_would_go_and_why()
    {
        var page = await someone.GetAsync("/admin/routes/search");
        var visitor = Traffic.FixedVisitors.On("search", service: true, 25);
        var answer = await someone.SubmitAsync(page, "Explain", ("Path", "/search?search=x"), ("Visitor", visitor));
        answer.Text.Should().Contain("/search goes to service:search, because of weight.").And.Contain(visitor).And.Contain("those below 2500 are the service’s");
        answer.Form("Explain")["Visitor"].Should().Be(visitor);
        (await someone.SubmitAsync(page, "Explain", ("Path", "/metrics"))).Text.Should().Contain("/metrics goes to nobody: 404");
        (await someone.SubmitAsync(page, "Explain", ("Path", "search"))).Text.Should().Contain("A path begins with a slash.");
        (await someone.SubmitAsync(page, "Explain", ("Path", "/search"), ("Visitor", "me"))).Text.Should().Contain("This is no visitor’s id.");
        (await someone.SubmitAsync(page, "Explain", ("Path", "/search"), ("Username", "bruce"))).Text.Should().Contain("bruce");
    }

    [Test]
    public async Task History_and_audit_come_in_pages()
    {
        for (var change = 0; change < 21; change++) await ThePages.Gateway.Api.SetWeightAsync("users", change + 1);
        await ThePages.Gateway.Api.SetWeightAsync("users", 0);
        var newest = await someone.GetAsync("/admin/history?route=users");
        newest.Text.Should().Contain("routes.users.weight 21% → is now 0%").And.NotContain("is now 1%");
        var older = await someone.GetAsync(newest.Link("Older →"));
        older.Text.Should().Contain("is now 1%");
        older.Link("← Newer").Should().Be("/admin/history?route=users");
        (await someone.GetAsync("/admin/audit?before=1")).Text.Should().Contain("Nothing yet.");
        (await someone.GetAsync("/admin/history?route=nobody")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCase("/admin/"), TestCase("/admin/routes/search"), TestCase("/admin/history"), TestCase("/admin/audit")]
    public async Task A_viewer_sees_everything_and_no_control(string path)
    {
        using var viewer = await ThePages.OpenAsync("viewer", "Vera");
        var page = await viewer.GetAsync(path);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Forms.SelectMany(form => form.Buttons).Should().BeSubsetOf(["Log out", "Explain"]);
        page.Html.Should().NotContain("/admin/change").And.NotContain("/admin/keys");
    }
}
