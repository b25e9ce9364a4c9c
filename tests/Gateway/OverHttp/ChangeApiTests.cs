using System.Text.Json.Nodes;
using Dapper;
using MyThoughts.Gateway.Tests.Hosts;
using Npgsql;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>What an operator's program meets. Whatever is refused leaves the state as it was.</summary>
internal sealed class ChangeApiTests
{
    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service:search");
        gateway = await RunningGateway.StartAsync(monolith, search);
        await gateway.UntilAvailableAsync("search", available: true);
        await gateway.UntilAvailableAsync("monolith", available: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task A_change_has_a_version_a_tag_what_changed_and_its_place_in_history()
    {
        var before = await gateway.Api.VersionAsync();
        var made = await gateway.Api.PutAsync("routes/search/weight", new { weight = 31.25, reason = "  Looks good.  " });
        made.Status.Should().Be(200, made.Text);
        made.Tag.Should().Be($"\"{before + 1}\"");
        made.Json["changes"]!.AsArray().Single()!.ToJsonString().Should().Contain("routes.search.weight").And.Contain("31.25%");

        var newest = (await gateway.Api.GetAsync("history?limit=1"))["items"]![0]!;
        newest["version"]!.GetValue<long>().Should().Be(before + 1);
        newest["by"]!.GetValue<string>().Should().Be("development");
        newest["reason"]!.GetValue<string>().Should().Be("Looks good.");
        newest["at"]!.GetValue<string>().Should().MatchRegex("^\\d{4}-\\d\\d-\\d\\dT.*Z$");
    }

    [Test]
    public async Task The_same_again_makes_no_version()
    {
        await gateway.Api.SetWeightAsync("search", 42);
        var before = await gateway.Api.VersionAsync();
        var again = await gateway.Api.PutAsync("routes/search/weight", new { weight = 42 });
        (again.Status, again.Tag).Should().Be((200, $"\"{before}\""));
        again.Json["changes"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Without_if_match_it_is_428_and_with_an_old_or_odd_one_412()
    {
        var version = await gateway.Api.VersionAsync();
        var missing = await gateway.AdminAsync("PUT", "/admin/api/routes/search/weight", gateway.Api.Key, """{"weight":1}""");
        missing.Status.Should().Be(428);
        missing.Text.Should().Contain("If-Match");
        foreach (var tag in new[] { $"\"{version - 1}\"", $"\"{version + 1}\"", "\"0\"", "*", $"W/\"{version}\"", "17", "\"x\"", $"\"{version}\", \"1\"" })
        {
            var stale = await gateway.AdminAsync("PUT", "/admin/api/routes/search/weight", gateway.Api.Key, """{"weight":1}""", ("If-Match", tag));
            stale.Status.Should().Be(412, "{0} is not the state's tag", tag);
        }
        (await gateway.Api.PutAsync("routes/search/weight", new { weight = 1 }, $"\"{version - 1}\"")).Text.Should().Contain($"version {version} now");
        (await gateway.Api.VersionAsync()).Should().Be(version);
    }

    [TestCase("PUT", "routes/search/weight", """{"weight":100.01}""", "routes.search.weight"), TestCase("PUT", "routes/search/weight", """{"weight":-0.01}""", "routes.search.weight")]
    [TestCase("PUT", "routes/search/weight", """{"weight":0.001}""", "routes.search.weight"), TestCase("PUT", "routes/serach/weight", """{"weight":1}""", "routes.serach")]
    [TestCase("PUT", "routes/thoughts/weight", """{"weight":50}""", "routes.thoughts"), TestCase("PUT", "routes/thoughts/monolith/mode", """{"mode":"maint"}""", "routes.thoughts.monolith")]
    [TestCase("PUT", "routes/nothing/service/mode", """{"mode":"maint"}""", "routes.nothing"), TestCase("PUT", "clusters/nothing/destinations/1", """{"address":"http://10.0.0.1"}""", "clusters.nothing")]
    [TestCase("PUT", "clusters/search/destinations/2", """{"address":"nowhere"}""", "clusters.search.destinations.2"), TestCase("PUT", "clusters/search/destinations/A%20b", """{"address":"http://10.0.0.1"}""", "clusters.search.destinations.A b")]
    [TestCase("PUT", "clusters/search/destinations/1/mode", """{"mode":"maint"}""", "clusters.search.destinations"), TestCase("PUT", "clusters/search/destinations/1", """{"address":"http://127.0.0.1:9"}""", "clusters.search.destinations")]
    [TestCase("DELETE", "clusters/search/destinations/1", null, "clusters.search.destinations"), TestCase("DELETE", "clusters/search/destinations/9", null, "clusters.search.destinations.9")]
    [TestCase("POST", "apply", """{"routes":[{"name":"search","weight":1},{"name":"thoughts","weight":101}]}""", "routes.thoughts.weight")]
    [TestCase("POST", "apply", """{"routes":[{"name":"search","paths":["/search","/search/new"]}]}""", "routes.search.paths"), TestCase("POST", "apply", """{"routes":[null]}""", "routes")]
    [TestCase("POST", "apply", """{"routes":[{"name":"search","weight":1},{"name":"search","weight":2}]}""", "routes.search")]
    public async Task What_the_rules_refuse_is_422_with_the_place_and_the_reason_and_nothing_is_half_applied(string method, string path, string? json, string place)
    {
        var before = await StateAsync();
        var refused = await gateway.Api.AskAsync(new(method), path, json is null ? null : JsonNode.Parse(json));
        refused.Status.Should().Be(422, refused.Text);
        refused.Places.Should().Contain(place);
        refused.Json["detail"]!.GetValue<string>().Should().NotBeEmpty();
        (await StateAsync()).Should().Be(before);
    }

    [TestCase("{\"weight\":1,\"raeson\":\"x\"}", "raeson"), TestCase("{\"weight\":\"1\"}", "weight"), TestCase("{\"weight\":1,\"weight\":2}", "weight"), TestCase("{}", "weight"), TestCase("{\"weight\":1", "Line 1"), TestCase("null", "null"), TestCase("[1]", "body"), TestCase("{\"weight\":1e999}", "weight")]
    public async Task A_body_with_a_mistake_is_400_with_its_place_and_no_words_of_ours(string json, string names)
    {
        var before = await StateAsync();
        var refused = await gateway.AdminAsync("PUT", "/admin/api/routes/search/weight", gateway.Api.Key, json, ("If-Match", $"\"{await gateway.Api.VersionAsync()}\""));
        refused.Status.Should().Be(400, refused.Text);
        refused.Text.Should().Contain(names).And.NotContain("MyThoughts").And.NotContain("System.");
        (await StateAsync()).Should().Be(before);
    }

    [TestCase("""{"routes":[{"name":"search","weigth":1}]}""", "routes[0].weigth"), TestCase("""{"clusters":[{"name":"search","destinations":[{"id":"1","address":null}]}]}""", "clusters[0].destinations[0].address")]
    [TestCase("""{"routes":[{"name":"search","service":{"mode":"closed"}}]}""", "routes[0].service.mode"), TestCase("""{"routes":[{"name":"search","name":"thoughts"}]}""", "routes[0].name"), TestCase("""{"routes":[{"weight":1}]}""", "routes[0]")]
    [TestCase("""{"routes":[{"name":"search","service":{"mode":2}}]}""", "routes[0].service.mode"), TestCase("""{"rotues":[]}""", "rotues")]
    public async Task A_typing_error_in_a_traffic_json_is_named_where_it_stands(string json, string place)
    {
        var before = await StateAsync();
        var refused = await gateway.AdminAsync("POST", "/admin/api/apply", gateway.Api.Key, json, ("If-Match", $"\"{await gateway.Api.VersionAsync()}\""));
        refused.Status.Should().Be(400, refused.Text);
        refused.Places.Should().Equal(place);
        refused.Text.Should().NotContain("MyThoughts").And.NotContain("System.");
        (await StateAsync()).Should().Be(before);
    }

    [Test]
    public async Task A_traffic_json_of_5_MB_is_refused_with_the_limit()
    {
        var before = await StateAsync();
        var refused = await gateway.AdminAsync(
            "POST", "/admin/api/apply", gateway.Api.Key, $$"""{"routes":[{"name":"{{new string('x', 5_000_000)}}"}]}""", ("If-Match", $"\"{await gateway.Api.VersionAsync()}\""));
        refused.Status.Should().Be(413);
        refused.Text.Should().Contain("64 KB");
        (await StateAsync()).Should().Be(before);
    }

    [Test]
    public async Task The_gateway_is_no_destination_of_its_own_even_by_force()
    {
        foreach (var own in new[] { gateway.Addresses.Public, gateway.Addresses.Internal })
        {
            var refused = await gateway.Api.PutAsync("clusters/search/destinations/2", new { address = $"http://localhost:{own.Port}", force = true });
            refused.Status.Should().Be(422);
            refused.Text.Should().Contain("requests would go in circles");
        }
    }

    [Test]
    public async Task Force_lets_pass_what_is_unwise()
    {
        (await gateway.Api.PutAsync("routes/thoughts/weight", new { weight = 1, force = true })).Status.Should().Be(200);
        (await gateway.Api.PutAsync("clusters/users/destinations/1", new { address = "http://127.0.0.1:10", force = true })).Status.Should().Be(200);
        (await gateway.Api.PutAsync("clusters/search/destinations/1", new { address = "http://127.0.0.1:9" })).Status.Should().Be(422, "it is the last healthy one");
        (await gateway.Api.PutAsync("clusters/search/destinations/1", new { address = "http://127.0.0.1:9", force = true })).Status.Should().Be(200);
        (await gateway.Api.PutAsync("clusters/search/destinations/1", new { address = search.Address, force = true })).Status.Should().Be(200);
        await gateway.UntilAvailableAsync("search", available: true);
    }

    [Test]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        var before = await StateAsync();
        var would = await gateway.Api.PostAsync("apply?dryRun=true&force=true", new { routes = new[] { new { name = "users", weight = 3.5 } } });
        would.Status.Should().Be(200, would.Text);
        would.Json["dryRun"]!.GetValue<bool>().Should().BeTrue();
        would.Json["changes"]![0]!["place"]!.GetValue<string>().Should().Be("routes.users.weight");
        (await StateAsync()).Should().Be(before);
        (await gateway.Api.PostAsync("apply?dryRun=true", new { routes = new[] { new { name = "users", weight = 3.555 } } })).Status.Should().Be(422);
    }

    [Test]
    public async Task Any_version_can_be_brought_back_and_history_says_which()
    {
        await gateway.Api.SetWeightAsync("search", 11);
        var wanted = await gateway.Api.VersionAsync();
        var text = (await gateway.Api.GetAsync("state")).ToJsonString();
        await gateway.Api.SetWeightAsync("search", 12);
        await gateway.Api.ChangeAsync(HttpMethod.Put, "routes/users/service/mode", new { mode = "drain" });

        (await gateway.Api.PostAsync("undo", new { version = wanted, reason = "It was better." })).Status.Should().Be(200);
        (await gateway.Api.GetAsync("state")).ToJsonString().Should().Be(text);
        (await gateway.Api.GetAsync("history?limit=1"))["items"]![0]!["undoes"]!.GetValue<long>().Should().Be(wanted);
        var unknown = await gateway.Api.PostAsync("undo", new { version = 999_999 });
        (unknown.Status, unknown.Text.Contains("no version 999999", StringComparison.Ordinal)).Should().Be((422, true));
    }

    [Test]
    public async Task History_is_read_page_by_page_to_the_first_start()
    {
        for (var weight = 1; weight <= 5; weight++) await gateway.Api.SetWeightAsync("search", 60 + weight);
        var latest = await gateway.Api.VersionAsync();
        var versions = new List<long>();
        for (long? before = latest + 1; before is not null;)
        {
            var page = await gateway.Api.GetAsync($"history?limit=2&before={before}");
            versions.AddRange(page["items"]!.AsArray().Select(item => item!["version"]!.GetValue<long>()));
            before = page["before"]?.GetValue<long>();
        }
        versions.Should().Equal(Enumerable.Range(0, (int)latest).Select(n => latest - n));
    }

    [Test]
    public async Task What_was_exported_can_be_applied_again()
    {
        var exported = await gateway.Api.GetAsync("state");
        await gateway.Api.SetWeightAsync("search", 77);
        (await gateway.Api.PostAsync("apply?force=true", exported)).Status.Should().Be(200);
        (await gateway.Api.GetAsync("state")).ToJsonString().Should().Be(exported.ToJsonString());
    }

    [Test]
    public async Task A_reason_is_bounded()
    {
        (await gateway.Api.PutAsync("routes/search/weight", new { weight = 1, reason = new string('x', 501) })).Status.Should().Be(422);
        (await gateway.Api.PutAsync("routes/search/weight", new { weight = 1.11, reason = new string('x', 500) })).Status.Should().Be(200);
    }

    [TestCase("UPDATE gateway.revision SET changed_by = 'somebody else'"), TestCase("DELETE FROM gateway.revision"), TestCase("TRUNCATE gateway.revision CASCADE"), TestCase("TRUNCATE gateway.audit")]
    [TestCase("UPDATE gateway.audit SET actor = 'somebody else'"), TestCase("DELETE FROM gateway.audit"), TestCase("ALTER TABLE gateway.revision DISABLE TRIGGER ALL"), TestCase("DROP TABLE gateway.audit"), TestCase("CREATE TABLE gateway.mine (x int)")]
    public async Task History_is_not_rewritten_even_with_the_gateways_own_login(string sql)
    {
        await gateway.AdminAsync("GET", "/admin/api/state", "mt_00000000_" + new string('0', 64));
        await using var connection = new NpgsqlConnection(gateway.Place.Database.ConnectionString("gateway"));
        await FluentActions.Awaiting(() => connection.ExecuteAsync(sql)).Should().ThrowAsync<PostgresException>();
    }

    [Test]
    public async Task No_other_role_reads_or_writes_what_the_gateway_keeps()
    {
        await using var connection = new NpgsqlConnection(gateway.Place.Database.Administrator + ";Pooling=false");
        await connection.OpenAsync();
        await connection.ExecuteAsync("CREATE ROLE gateway_tests_outsider; SET ROLE gateway_tests_outsider");
        try
        {
            foreach (var sql in new[] { "SELECT count(*) FROM gateway.operator_key", "SELECT state FROM gateway.revision", "INSERT INTO gateway.audit (actor, action) VALUES ('x', 'y')" })
                (await FluentActions.Awaiting(() => connection.ExecuteAsync(sql)).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        }
        finally
        {
            await connection.ExecuteAsync("RESET ROLE; DROP ROLE gateway_tests_outsider");
        }
    }

    private async Task<string> StateAsync() => $"{await gateway.Api.VersionAsync()} {(await gateway.Api.GetAsync("state")).ToJsonString()}";
}
