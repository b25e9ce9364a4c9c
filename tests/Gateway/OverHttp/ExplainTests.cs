using System.Globalization;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Support;
using Yarp.ReverseProxy;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>Explanations against what happens: random states, healthy hosts and sick ones, and random requests, the same in every run.</summary>
[Category(Claim.Category), Category("explain")]
[Parallelizable]
internal sealed class ExplainTests
{
    private const int CasesEach = 50;
    private static readonly int States = Claim.Size(8, 200);
    private static readonly string[] Modes = ["ready", "ready", "ready", "drain", "maint"];
    private static readonly string[] Targets =
    [
        "/search", "/search/", "/Search/deep?q=1", "/api/search/?q=x", "/%73earch", "/x/../search", "/search/%2e%2e/api/search", "/%2Fsearch", "/search%2Fmore", "//search", "/searching",
        "/", "/?page=2", "/thoughts/7", "/@bruce", "/@Zo%C3%AB/", "/@", "/%40bruce", "/mentions", "/login/", "/account", "/nothing", "/docs", "/admin/api/state", "/%61dmin", "/x/..%2fadmin", "/metrics",
    ];

    private readonly Random random = new(20260601);
    private Backend monolith = null!;
    private Backend first = null!;
    private Backend second = null!;
    private Backend users = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        first = await Backend.StartAsync("search");
        second = await Backend.StartAsync("search");
        users = await Backend.StartAsync("users");
        gateway = await RunningGateway.StartAsync(
            monolith, first, "--Overrides:Enabled=true", $"--Clusters:search:Destinations:2={second.Address}", $"--Clusters:users:Destinations:1={users.Address}");
        foreach (var cluster in new[] { "monolith", "search", "users" }) await gateway.UntilAvailableAsync(cluster, available: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        foreach (var host in new[] { monolith, first, second, users }) await host.DisposeAsync();
    }

    [SetUp]
    public async Task RecoverAsync()
    {
        foreach (var host in new[] { monolith, first, second, users }) host.IsReady = true;
        await SayAsync(absent: null);
    }

    [Test]
    public async Task An_explanation_is_what_happens_to_the_request()
    {
        var (cases, outcomes) = (0, new SortedDictionary<string, int>());
        for (var number = 0; number < States; number++)
        {
            // With the module gone, hardly any state is taken.
            if (monolith.Absent is not null) await SayAsync(absent: null);
            await gateway.Api.ChangeAsync(HttpMethod.Post, "apply?force=true", RandomState());
            if (number % 8 == 7) await ChangeHealthAsync();
            for (var each = 0; each < CasesEach; each++, cases++)
            {
                var reason = await CompareAsync();
                outcomes[reason] = outcomes.GetValueOrDefault(reason) + 1;
            }
        }
        outcomes.Count.Should().BeGreaterThan(Claim.Size(5, 7), "the cases are of every kind: {0}", string.Join(", ", outcomes));
        Claim.Holds("Explanations that equal the decision", $"{cases} of {cases} in {States} states: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}"))}");
    }

    [Test]
    public async Task It_says_what_it_knows_in_words_and_figures()
    {
        await gateway.Api.ChangeAsync(HttpMethod.Post, "apply?force=true", JsonNode.Parse("""{"routes":[{"name":"search","weight":25,"monolith":{"mode":"ready"},"service":{"mode":"ready"}}]}""")!);
        var visitor = FixedVisitors.On("search", service: false, 25);
        var explained = await gateway.Api.GetAsync($"explain?path=/search%3Fq=1&visitor={visitor}");
        var bucket = explained["bucket"]!.GetValue<int>();
        explained["because"]!.GetValue<string>().Should().Be($"Bucket {bucket} is not below 2500, which is 25% of 10,000.");
        explained["route"]!.GetValue<string>().Should().Be("search");
        explained["path"]!.GetValue<string>().Should().Be("/search");
        explained["monolith"]!["healthy"]!.AsArray().Should().ContainSingle();
    }

    [TestCase("explain"), TestCase("explain?path=search"), TestCase("explain?path=/search&visitor=me"), TestCase("explain?path=/search&visitor=01890A5D-AC96-774B-BCCE-B302099A8057")]
    public async Task What_cannot_be_explained_is_422(string path) => (await gateway.Api.AskAsync(HttpMethod.Get, path)).Status.Should().Be(422);

    private async Task<string> CompareAsync()
    {
        var target = Targets[random.Next(Targets.Length)];
        var visitor = random.Next(3) switch
        {
            0 => null,
            1 => FixedVisitors.Id(random.Next(100_000)),
            // Seconds before or after the drains of this test began.
            _ => Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMilliseconds(random.Next(-3_000, 100))).ToString(),
        };
        var user = random.Next(3) == 0 ? $"user-{random.Next(1_000)}" : null;
        var demand = random.Next(6) == 0 ? Demand() : null;
        var (status, served, reason, version, minted) = await SendAsync(target, visitor, user, demand);

        // An id that was minted has decided its request: whoever has it asks about it.
        var query = $"explain?path={Uri.EscapeDataString(target)}&visitor={visitor ?? minted}&user={user}&signature={demand}".Replace("&visitor=&", "&", StringComparison.Ordinal).Replace("&user=&", "&", StringComparison.Ordinal);
        var explained = await gateway.Api.GetAsync(query);
        var outcome = explained["outcome"]!.GetValue<string>();
        var because = $"{target} for {visitor ?? minted ?? user} with {demand}: {explained.ToJsonString()}, {await gateway.Api.GetAsync("state")}";
        if (outcome is "blocked" or "closed")
        {
            status.Should().Be(outcome == "blocked" ? 404 : 503, because);
            served.Should().BeNull(because);
            return outcome;
        }
        // A host that is not ready answers in these tests, and nobody falls back.
        status.Should().Be(200, because);
        served.Should().Be(outcome, because);
        reason.Should().Be(explained["reason"]!.GetValue<string>(), because);
        version.Should().Be(explained["version"]!.GetValue<long>(), because);
        return reason!;
    }

    private async Task<(int Status, string? Served, string? Reason, long Version, string? Minted)> SendAsync(string target, string? visitor, string? user, string? demand)
    {
        // As it stands: a client tidies a target up.
        var headers = (visitor is null ? "" : $"Cookie: visitor={visitor}\r\n") + (user is null ? "" : $"Authorization: {Tokens.Of(user)}\r\n") + (demand is null ? "" : $"{SideOverride.Header}: {demand}\r\n");
        var lines = (await gateway.SendRawAsync(target, headers: headers)).Split("\r\n");
        return (
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), Header("X-Served-By"), Header("X-Served-Because"),
            long.Parse(Header("X-Traffic-Version") ?? "0", CultureInfo.InvariantCulture), Header("Set-Cookie")?["visitor=".Length..][..36]);

        string? Header(string name) => lines.FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
    }

    private string Demand()
    {
        var key = OperatorKey.Of(gateway.Api.Key, "development", Role.Operator)!;
        var demand = SideOverride.Sign(key, random.Next(4) == 0 ? "users" : "search", random.Next(2) == 0 ? Side.Service : Side.Monolith, DateTimeOffset.UtcNow.AddMinutes(random.Next(4) == 0 ? -1 : 1));
        return random.Next(4) == 0 ? demand[..^1] + "x" : demand;
    }

    private JsonObject RandomState() => new()
    {
        ["routes"] = new JsonArray([.. new[] { "users", "search", "thoughts" }.Select(name => new JsonObject
        {
            ["name"] = name, ["weight"] = name == "thoughts" ? 0 : random.Next(10_001) / 100m,
            // Thoughts has no service here, which would fall back; its monolith may only drain.
            ["monolith"] = RandomMode(name == "thoughts" ? 3 : Modes.Length), ["service"] = name == "thoughts" ? new JsonObject { ["mode"] = "maint" } : RandomMode(Modes.Length),
        })]),
        ["clusters"] = new JsonArray(new JsonObject
        {
            ["name"] = "search",
            ["destinations"] = new JsonArray(
                new JsonObject { ["id"] = "1", ["address"] = first.Address, ["mode"] = RandomMode(Modes.Length) },
                new JsonObject { ["id"] = "2", ["address"] = second.Address, ["mode"] = RandomMode(Modes.Length) }),
        }),
    };

    private JsonObject RandomMode(int kinds) => new() { ["mode"] = Modes[random.Next(kinds)] };

    private async Task ChangeHealthAsync()
    {
        foreach (var host in new[] { monolith, first, second, users }) host.IsReady = random.Next(3) != 0;
        (string Cluster, string Id, Backend Host)[] all = [("monolith", "1", monolith), ("search", "1", first), ("search", "2", second), ("users", "1", users)];
        await Eventually.HoldsAsync(() => all.All(each => IsKnown(each.Cluster, each.Id, each.Host)), "the gateway knows how the hosts are");
        if (random.Next(3) == 0) await SayAsync(absent: "search");
    }

    private async Task SayAsync(string? absent)
    {
        monolith.Absent = absent;
        var probes = monolith.Probes;
        await Eventually.HoldsAsync(() => monolith.Probes > probes + 1, "the monolith has been asked, and asked again after that");
    }

    private bool IsKnown(string cluster, string id, Backend host) =>
        ((IProxyStateLookup)gateway.Services.GetService(typeof(IProxyStateLookup))!).TryGetCluster(cluster, out var running)
        && running.Destinations[id].Health.Active == (host.IsReady ? Yarp.ReverseProxy.Model.DestinationHealth.Healthy : Yarp.ReverseProxy.Model.DestinationHealth.Unhealthy);
}
