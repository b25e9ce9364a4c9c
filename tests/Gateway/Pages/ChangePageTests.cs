using System.Net;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>Changing traffic: first what it would do, then doing it, on what was seen.</summary>
internal sealed class ChangePageTests
{
    private OperatorBrowser someone = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => someone = await ThePages.OpenOperatorAsync();

    [OneTimeTearDown]
    public void Close() => someone.Dispose();

    [SetUp]
    public async Task ResetAsync()
    {
        var ready = new { mode = "ready" };
        await ThePages.Gateway.Api.ChangeAsync(HttpMethod.Post, "apply?force=true", new
        {
            routes = new[]
            {
                new { name = "search", weight = 25, monolith = ready, service = ready }, new { name = "users", weight = 0, monolith = ready, service = ready },
            },
            clusters = new[] { new { name = "search", destinations = new[] { new { id = "1", address = ThePages.Search.Address, mode = ready } } } },
        });
    }

    [Test]
    public async Task A_preview_says_who_would_move_and_moves_nobody()
    {
        var preview = await PreviewAsync(("Weight", "30.5%"), ("Reason", "canary looks good"));
        preview.Status.Should().Be(HttpStatusCode.OK);
        preview.Text.Should().Contain("5.5% of search’s visitors move from the monolith to the service: 25% → 30.5% are on the service.")
            .And.Contain("routes.search.weight 25% → is now 30.5%");
        preview.Form("Apply")["Reason"].Should().Be("canary looks good");
        (await WeightAsync("search")).Should().Be(25);
    }

    [Test]
    public async Task Applying_does_what_the_preview_said_tells_so_and_is_undone_with_a_link()
    {
        var made = await someone.SubmitAsync(await PreviewAsync(("Weight", "50")), "Apply", ("Reason", "half of them"));
        made.Location.Should().StartWith("/admin/routes/search?made=");
        (await WeightAsync("search")).Should().Be(50);
        var page = await someone.GetAsync(made.Location!);
        page.Title.Should().StartWith("search: 50%");
        page.Text.Should().Contain("in effect").And.Contain("half of them").And.Contain("by development");

        var undo = await someone.GetAsync(page.Link("Undo this change…"));
        undo.Text.Should().Contain("25% of search’s visitors move from the service to the monolith: 50% → 25% are on the service.");
        (await someone.SubmitAsync(undo, "Apply", ("Reason", "too soon"))).Location.Should().StartWith("/admin/routes/search?made=");
        (await WeightAsync("search")).Should().Be(25);
        (await someone.GetAsync("/admin/history")).Text.Should().Contain("bringing back version").And.Contain("too soon");
    }

    [Test]
    public async Task Modes_and_weight_change_together_and_a_drain_is_explained()
    {
        var preview = await PreviewAsync(("Weight", "100"), ("Monolith", "drain"));
        preview.Text.Should().Contain("75% of search’s visitors move").And.Contain("The monolith side of search drains: whoever has visited before now stays");
        await someone.SubmitAsync(preview, "Apply");
        var route = await ThePages.Gateway.Api.GetAsync("routes/search");
        (route["weight"]!.GetValue<decimal>(), route["monolith"]!["mode"]!.ToString()).Should().Be((100m, "drain"));
        (await someone.GetAsync("/admin/")).Part("search-monolith-state").Should().Be("drain");
    }

    [Test]
    public async Task When_others_were_faster_nothing_is_done_who_did_what_is_told_and_what_was_typed_is_kept()
    {
        var preview = await PreviewAsync(("Weight", "40"), ("Reason", "my reason"));
        await ThePages.Gateway.Api.ChangeAsync(HttpMethod.Put, "routes/search/service/mode", new { mode = "drain", reason = "their reason" });

        var stale = await someone.SubmitAsync(preview, "Apply");
        stale.Status.Should().Be(HttpStatusCode.Conflict);
        stale.Text.Should().Contain("Nothing was changed: others were faster.").And.Contain("by development").And.Contain("their reason")
            .And.Contain("routes.search.service ready → is now drain").And.Contain("25% → 40% are on the service");
        stale.Form("Apply")["Reason"].Should().Be("my reason");
        (await WeightAsync("search")).Should().Be(25);

        (await someone.SubmitAsync(stale, "Apply")).Status.Should().Be(HttpStatusCode.Redirect);
        var route = await ThePages.Gateway.Api.GetAsync("routes/search");
        route["weight"]!.GetValue<decimal>().Should().Be(40);
        route["service"]!["mode"]!.ToString().Should().Be("drain", "nobody asked to take the colleague's change back");
    }

    [Test]
    public async Task A_preview_of_an_old_page_tells_what_happened_since()
    {
        var page = await someone.GetAsync("/admin/routes/search");
        await ThePages.Gateway.Api.SetWeightAsync("search", 60);
        var preview = await someone.SubmitAsync(page, "Preview", ("Monolith", "drain"));
        preview.Text.Should().Contain("Others have changed something since you looked.").And.Contain("routes.search.weight 25% → is now 60%")
            .And.NotContain("move from", "the weight was not touched, and stays theirs");
    }

    [TestCase("101"), TestCase("12.345"), TestCase("half"), TestCase("-1")]
    public async Task A_weight_that_is_none_is_refused_at_its_field_and_stays_there(string typed)
    {
        var preview = await PreviewAsync(("Weight", typed));
        preview.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        preview.Text.Should().Contain("A weight is a percentage from 0 to 100 in steps of 0.01.");
        preview.Form("Preview")["Weight"].Should().Be(typed);
        preview.Html.Should().MatchRegex("<input[^>]*aria-invalid=\"true\"[^>]*name=\"Weight\"").And.NotContain(">Apply<");
    }

    [Test]
    public async Task What_is_unwise_needs_a_box_to_be_checked_and_what_is_wrong_has_none()
    {
        var preview = await PreviewOfUsersAsync();
        preview.Text.Should().Contain("The gateway advises against it").And.Contain("The service users has no healthy destination to send more visitors to.");
        var refused = await someone.SubmitAsync(preview, "Apply");
        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text.Should().Contain("Nothing was changed. Say that you mean it, or leave it.");
        (await WeightAsync("users")).Should().Be(0);
        (await someone.SubmitAsync(refused, "Apply", ("Force", "true"))).Status.Should().Be(HttpStatusCode.Redirect);
        (await WeightAsync("users")).Should().Be(5);

        var wrong = await someone.GetAsync($"/admin/change?Route=search&Cluster=search&Destination=2&Address={ThePages.Gateway.Addresses.Public}");
        wrong.Text.Should().Contain("is the gateway itself");
        wrong.Html.Should().NotContain("name=\"Force\"").And.NotContain(">Apply<");
    }

    [Test]
    public async Task A_destination_is_added_drained_and_removed_again()
    {
        var page = await someone.GetAsync("/admin/routes/search");
        var form = await someone.GetAsync(page.Link("Add a destination to search"));
        var unnamed = await someone.SubmitAsync(form, "Preview", ("Destination", "No name"), ("Address", "http://127.0.0.1:9"));
        unnamed.Text.Should().Contain("A name has 1 to 40 lower-case letters");
        var preview = await someone.SubmitAsync(unnamed, "Preview", ("Destination", "two"));
        preview.Text.Should().Contain("http://127.0.0.1:9 joins search.");
        page = await someone.GetAsync((await someone.SubmitAsync(preview, "Apply")).Location!);
        page.Text.Should().Contain("http://127.0.0.1:9").And.Contain("1 of 2 healthy");

        preview = await ActAsync(page, "two", ("Mode", "drain"));
        preview.Text.Should().Contain("Destination two of search drains");
        page = await someone.GetAsync((await someone.SubmitAsync(preview, "Apply")).Location!);
        preview = await ActAsync(page, "two", ("Remove", "true"));
        preview.Text.Should().Contain("http://127.0.0.1:9 leaves search.");
        page = await someone.GetAsync((await someone.SubmitAsync(preview, "Apply")).Location!);
        page.Forms.SelectMany(form => form.Fields).Should().NotContain(("Destination", "two"));
    }

    [Test]
    public async Task A_change_that_changes_nothing_says_so_and_one_of_nothing_is_not_found()
    {
        (await PreviewAsync(("Weight", "25"))).Text.Should().Contain("Nothing would change: it is so already.");
        foreach (var path in new[] { "/admin/change", "/admin/change?Route=nobody", "/admin/change?Cluster=nobody&Destination=1&Mode=drain", "/admin/change?Undo=999999" })
            (await someone.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, "{0} is about nothing", path);
    }

    [Test]
    public async Task A_reason_that_is_too_long_is_refused_and_stays()
    {
        var preview = await PreviewAsync(("Weight", "30"), ("Reason", new string('x', 501)));
        preview.Text.Should().Contain("The reason is too long: at most 500 characters.");
        preview.Form("Apply")["Reason"].Should().HaveLength(501);
        (await someone.SubmitAsync(preview, "Apply")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await WeightAsync("search")).Should().Be(25);
    }

    [Test]
    public async Task Without_the_forms_own_token_without_its_version_or_with_a_viewers_key_nothing_is_changed()
    {
        var form = (await PreviewAsync(("Weight", "70"))).Form("Apply");
        var fields = form.Fields.Where(field => field.Name != "antiforgery").ToList();
        (await someone.PostAsync("/admin/change", fields)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await someone.PostAsync("/admin/change", form.Fields.Where(field => field.Name != "Version"))).Status.Should().Be(HttpStatusCode.Conflict);

        using var viewer = await ThePages.OpenAsync("viewer", "Vera");
        var token = (await viewer.GetAsync("/admin/")).Form("Log out")["antiforgery"];
        var refused = await viewer.PostAsync("/admin/change", [.. fields, ("antiforgery", token)]);
        (refused.Status, refused.Title).Should().Be((HttpStatusCode.Forbidden, "Only operators may do this - Gateway - MyThoughts"));
        (await viewer.GetAsync("/admin/change?Route=search&Weight=70")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await WeightAsync("search")).Should().Be(25);
    }

    private async Task<Shown> PreviewAsync(params (string Name, string Value)[] typed) =>
        await someone.SubmitAsync(await someone.GetAsync("/admin/routes/search"), "Preview", typed);

    private async Task<Shown> PreviewOfUsersAsync() => await someone.SubmitAsync(await someone.GetAsync("/admin/routes/users"), "Preview", ("Weight", "5"));

    private async Task<Shown> ActAsync(Shown page, string destination, (string Name, string Value) button)
    {
        var form = page.Forms.First(form => form.Fields.Contains(("Destination", destination)) && form.Fields.Contains(("Cluster", "search")));
        return await someone.GetAsync($"{form.Action}?{string.Join('&', form.Filled([button]).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))}");
    }

    private static async Task<decimal> WeightAsync(string route) => (await ThePages.Gateway.Api.GetAsync($"routes/{route}"))["weight"]!.GetValue<decimal>();
}
