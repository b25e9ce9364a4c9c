using MyThoughts.Chassis.Hosting;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>Modules that have left, and neighbours that are away. Alone, because it takes services away from the other tests.</summary>
[NonParallelizable, Category(Claim.Category), Category("modes")]
internal sealed class HostingModeTests
{
    [Test]
    public async Task Where_a_module_is_absent_its_paths_are_404_and_the_others_still_reach_it()
    {
        var host = await TheSystem.Running.StartMonolithAsync(new Dictionary<string, HostingMode> { ["users"] = HostingMode.Absent, ["search"] = HostingMode.Absent });
        var visitor = new Visitor(_ => host.Addresses.Public);
        var inside = new Visitor(_ => host.Addresses.Internal);
        foreach (var path in (string[])["/login/", "/register/", "/account/", "/search", "/api/search/", "/.well-known/jwks.json"])
            (await visitor.OpenAsync(path)).Status.Should().Be(404, "{0} has left", path);
        // In Development the assets' own fallback takes a GET at any path, which makes a POST there a 405.
        (await visitor.PostJsonAsync("/api/login/", new { username = "a", password = "b" })).Status.Should().BeOneOf(404, 405);
        (await inside.PostJsonAsync("/admin/users/", new { username = "a", password = "b" })).Status.Should().BeOneOf(404, 405);
        (await inside.GetAsync("/internal/users/find?username=a")).Status.Should().Be(404);

        // Thoughts is here, and asks Users where it is now: who is logged in, and whose profile this is.
        var author = await Topology.Services.NewAuthorAsync();
        var posted = await author.Visitor.At(host).PostJsonAsync("/api/me/thoughts/", new { text = "Still here" });
        posted.Status.Should().Be(201);
        (await visitor.OpenAsync($"/@{author.Username}/")).Page.Main.Should().Contain("Here since").And.Contain("Still here");
    }

    [Test]
    public async Task With_the_search_service_stopped_pages_answer_say_what_is_missing_and_recover()
    {
        var reader = await Topology.Front.NewReaderAsync();
        await TheSystem.Service("search").KillAsync();

        var away = await reader.Visitor.OpenAsync("/search?search=anything");
        away.Status.Should().Be(503);
        away.Header("Retry-After").Should().NotBeNull();
        away.Page.Main.Should().Contain("Search cannot be reached at the moment");
        (await reader.Visitor.OpenAsync("/")).Status.Should().Be(200);
        (await reader.Visitor.GetAsync("/api/search/?q=anything")).Status.Should().Be(503);

        await TheSystem.Running.StartAgainAsync("search");
        var took = await Eventually.HoldsAsync(async () => (await reader.Visitor.OpenAsync("/search?search=anything")).Status == 200, "search is back");
        Claim.Holds("Pages with Search stopped", $"they answer, say what is missing, and find it again {took.TotalMilliseconds:0} ms after it was ready");
    }

    [Test]
    public async Task With_the_users_service_stopped_posting_and_reading_go_on_profiles_say_what_is_missing_and_mentions_become_links_later()
    {
        var author = await Topology.Front.NewAuthorAsync();
        foreach (var host in (HostProcess[])[TheSystem.Front, TheSystem.Service("thoughts")])
            (await author.Visitor.At(host).PostJsonAsync("/api/me/thoughts/", new { text = "Before" })).Status.Should().Be(201);
        await TheSystem.Service("users").KillAsync();

        foreach (var host in (HostProcess[])[TheSystem.Front, TheSystem.Service("thoughts")])
        {
            (await author.Visitor.At(host).PostJsonAsync("/api/me/thoughts/", new { text = $"Meanwhile, @{author.Username}" })).Status.Should().Be(201);
            var profile = await author.Visitor.At(host).OpenAsync($"/@{author.Username}/");
            profile.Status.Should().Be(200);
            profile.Page.Main.Should().Contain("cannot be reached at the moment").And.Contain("Meanwhile");
            profile.Text.Should().Contain($">Meanwhile, @{author.Username}<", "nobody can say whether there is such a person");
        }
        (await author.Visitor.At(TheSystem.Front).PostJsonAsync("/api/login/", new { username = author.Username, password = Names.Password })).Status.Should().Be(503);

        await TheSystem.Running.StartAgainAsync("users");
        var took = await Eventually.HoldsAsync(
            async () => (await author.Visitor.At(TheSystem.Front).OpenAsync($"/@{author.Username}/")).Page.Main.Contains("Here since", StringComparison.Ordinal), "Users is back");
        foreach (var host in (HostProcess[])[TheSystem.Front, TheSystem.Service("thoughts")])
        {
            await Eventually.HoldsAsync(async () => (await author.Visitor.At(host).OpenAsync($"/@{author.Username}/")).Text.Contains(
                $"Meanwhile, <a href=\"/@{author.Username}/\">@{author.Username}</a><", StringComparison.Ordinal), "the mention is a link");
        }
        Claim.Holds("Thoughts with Users stopped", $"posting and reading go on, profiles say what is missing, mentions are text, and all of it is found again {took.TotalMilliseconds:0} ms after it was ready");
    }

    [Test]
    public async Task An_address_that_is_the_hosts_own_is_an_error_and_no_endless_loop()
    {
        var project = HostProject.Monolith(SystemUnderTest.Map);
        var addresses = HostAddresses.Free(project);
        var host = await TheSystem.Running.StartMonolithAsync(
            new Dictionary<string, HostingMode> { ["users"] = HostingMode.Remote },
            new Dictionary<string, string> { ["Listen:Internal"] = $"127.0.0.1:{addresses.Ports.Internal}", ["Modules:users:Url"] = addresses.Internal.ToString() });
        var visitor = new Visitor(_ => host.Addresses.Public);
        (await visitor.PostJsonAsync("/api/login/", new { username = "bruce", password = "password" })).Status.Should().Be(503);
        var profile = await visitor.OpenAsync("/@bruce/");
        profile.Status.Should().Be(200, "nobody knows whether there is such a person, and a 404 would be a lie");
        profile.Page.Main.Should().Contain("cannot be reached at the moment");
    }

    [Test]
    public async Task Calls_of_a_contract_are_measured_in_both_modes()
    {
        var author = await Topology.Front.NewAuthorAsync();
        await author.Visitor.OpenAsync($"/@{author.Username}/");
        await author.Visitor.At(TheSystem.Monolith).OpenAsync($"/@{author.Username}/");
        foreach (var (host, mode) in ((HostProcess, string)[])[(TheSystem.Front, "remote"), (TheSystem.Monolith, "in_process")])
        {
            var metrics = (await new Visitor(_ => host.Addresses.Internal).GetAsync("/metrics")).Text;
            foreach (var (contract, member) in ((string, string)[])[("users", "FindAsync"), ("thoughts", "ListAsync")])
                metrics.Should().Contain($"contract_call_duration_seconds_count{{contract=\"{contract}\",member=\"{member}\",mode=\"{mode}\",outcome=\"ok\"}} ");
        }
    }
}
