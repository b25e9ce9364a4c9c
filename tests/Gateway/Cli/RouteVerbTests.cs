using System.Text.Json.Nodes;
using MyThoughts.Gateway.Cli;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class RouteVerbTests
{
    [Test]
    public async Task Routes_are_a_table_with_both_sides_of_each()
    {
        await TheGateway.RunAsync("weight", "search", "30", "--reason", "for the table");

        var shown = (await TheGateway.RunAsync("routes")).ShouldBeDone();

        shown.Lines[0].Should().MatchRegex("^route +weight +side +mode +healthy +requests/s +errors +p99 +last change");
        shown.Lines.Should().ContainSingle(line => line.StartsWith("search ")).Which.Should().MatchRegex(@"search +30% +monolith +ready +1 of 1 .*Z development: routes\.search\.weight .*% -> 30%");
        shown.Lines[shown.Lines.ToList().FindIndex(line => line.StartsWith("search ")) + 1].Should().MatchRegex("^ +service +ready +1 of 1 .*for the table$");
        shown.Lines.Should().Contain(line => line.StartsWith("users "), "a route that nobody has touched is shown too");
    }

    [Test]
    public async Task What_goes_through_is_shown_in_figures()
    {
        (await TheGateway.RunAsync("weight", "search", "0", "--force")).ShouldBeDone();

        for (var request = 0; request < 20; request++) (await TheGateway.Running.GetAsync("/search")).Should().Be("monolith");

        (await TheGateway.RunAsync("routes")).ShouldBeDone().Output.Should().MatchRegex(@"search +0% +monolith +ready +1 of 1 +(?!0\.0 )\d+\.\d +0\.00% +\d+(\.\d)? ms");
    }

    [Test]
    public async Task For_scripts_the_answer_is_the_JSON_of_the_API_as_it_is()
    {
        using var api = await TheGateway.Running.Api.SendAsync(HttpMethod.Get, "state");

        var state = (await TheGateway.RunAsync("state", "--json")).ShouldBeDone();
        var routes = (await TheGateway.RunAsync("routes", "--json")).ShouldBeDone();

        state.Output.Should().Be(await api.Content.ReadAsStringAsync() + "\n");
        routes.Json["routes"]!.AsArray().Select(route => route!["name"]!.ToString()).Should().Equal(SystemUnderTest.Map.Modules.Select(module => module.Name));
    }

    [Test]
    public async Task A_weight_is_changed_with_a_reason_and_says_from_what_to_what()
    {
        await TheGateway.RunAsync("weight", "search", "10");

        var made = (await TheGateway.RunAsync("weight", "search", "12.5", "--reason", "Ticket 8")).ShouldBeDone();

        made.Output.Should().MatchRegex(@"routes\.search\.weight +10% -> 12\.5%").And.Contain($"Version {await TheGateway.VersionAsync()} is in effect.");
        (await TheGateway.WeightAsync("search")).Should().Be(12.5m);
        (await TheGateway.Running.Api.GetAsync("history?limit=1"))["items"]![0]!["reason"]!.ToString().Should().Be("Ticket 8");
    }

    [Test]
    public async Task A_weight_that_is_so_already_is_no_failure_and_no_version()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        var before = await TheGateway.VersionAsync();

        var again = (await TheGateway.RunAsync("weight", "search", "20%")).ShouldBeDone();

        again.Output.Should().Contain("It is so already.");
        (await TheGateway.VersionAsync()).Should().Be(before);
    }

    [Test]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        var before = await TheGateway.VersionAsync();

        foreach (var dry in new string[][]
        {
            ["weight", "search", "21"], ["mode", "search", "service", "drain"], ["destination", "add", "search", "dry", "http://127.0.0.1:9"],
            ["destination", "mode", "search", "1", "drain"], ["undo", "1", "--force"],
        })
        {
            var would = (await TheGateway.RunAsync([.. dry, "--dry-run"])).ShouldBeDone();
            would.Output.Should().Contain("would change").And.Contain("nothing was changed", "of {0}", dry[0]);
        }
        var json = await TheGateway.RunAsync("weight", "search", "21", "--dry-run", "--json");
        json.Json["dryRun"]!.GetValue<bool>().Should().BeTrue();
        (await TheGateway.VersionAsync()).Should().Be(before);
    }

    [Test]
    public async Task What_the_gateway_refuses_is_said_with_its_place_and_changes_nothing()
    {
        var before = await TheGateway.VersionAsync();

        var unknown = (await TheGateway.RunAsync("weight", "serach", "50")).Should(ExitCode.Refused);
        var unwise = (await TheGateway.RunAsync("weight", "users", "50")).Should(ExitCode.Refused);

        unknown.Error.Should().Be($"gateway: routes.serach: There is no route 'serach'. The routes are {string.Join(", ", SystemUnderTest.Map.Modules.Select(module => module.Name))}.\n");
        unwise.Error.Should().StartWith("gateway: routes.users: ").And.Contain("no healthy destination").And.Contain("force");
        (unknown.Output + unwise.Output).Should().BeEmpty();
        (await TheGateway.VersionAsync()).Should().Be(before);
        (await TheGateway.RunAsync("weight", "users", "50", "--force")).ShouldBeDone();
        (await TheGateway.RunAsync("weight", "users", "0")).ShouldBeDone();
    }

    [Test]
    public async Task A_change_for_a_version_that_is_gone_says_who_changed_what_meanwhile()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        var seen = await TheGateway.VersionAsync();
        await TheGateway.RunAsync("weight", "search", "25", "--reason", "faster");

        var late = (await TheGateway.RunAsync("weight", "search", "0", "--if-version", $"{seen}")).Should(ExitCode.Stale);
        var early = (await TheGateway.RunAsync("weight", "search", "0", "--if-version", "999999")).Should(ExitCode.Stale);

        late.Error.Should().Contain($"version {seen + 1}").And.Contain("development: routes.search.weight 20% -> 25%, because: faster");
        early.Error.Should().Contain("There is no version 999999 yet");
        (await TheGateway.WeightAsync("search")).Should().Be(25);
    }

    [Test]
    public async Task The_mode_of_a_side_is_set_and_shown()
    {
        (await TheGateway.RunAsync("mode", "search", "service", "drain", "--reason", "a new version")).ShouldBeDone()
            .Output.Should().MatchRegex(@"routes\.search\.service +ready -> drain");

        (await TheGateway.RunAsync("routes")).Output.Should().MatchRegex("service +drain");

        (await TheGateway.RunAsync("mode", "search", "service", "maint")).ShouldBeDone();
        (await TheGateway.RunAsync("mode", "search", "service", "ready")).ShouldBeDone();
    }

    [Test]
    public async Task Both_sides_in_maint_takes_force()
    {
        (await TheGateway.RunAsync("mode", "search", "service", "maint")).ShouldBeDone();

        (await TheGateway.RunAsync("mode", "search", "monolith", "maint")).Should(ExitCode.Refused).Error.Should().Contain("503");

        (await TheGateway.RunAsync("mode", "search", "service", "ready")).ShouldBeDone();
    }

    [Test]
    public async Task An_exported_state_can_be_read_and_names_everything()
    {
        var state = JsonNode.Parse((await TheGateway.RunAsync("state")).ShouldBeDone().Output)!;

        state["routes"]!.AsArray().Should().HaveCount(SystemUnderTest.Map.Modules.Count);
        state["routes"]!.ToJsonString().Should().Contain("jwks.json");
        (await TheGateway.RunAsync("state")).Output.Should().Contain("/@{username}", "what people edit is readable");
    }
}
