using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>What is counted, and on which side. Each test looks at what it has added.</summary>
[TestFixture(HttpProtocols.Http2), TestFixture(HttpProtocols.Http1)]
internal sealed class FiguresTests(HttpProtocols protocol)
{
    private static readonly string OfService = FixedVisitors.On("search", service: true, 25);
    private static readonly string OfMonolith = FixedVisitors.On("search", service: false, 25);

    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith", protocol);
        search = await Backend.StartAsync("service", protocol);
        var name = protocol == HttpProtocols.Http1 ? "http1" : "http2";
        gateway = await RunningGateway.StartAsync(monolith, search, "--Overrides:Enabled=true", $"--Clusters:monolith:Protocol={name}", $"--Clusters:search:Protocol={name}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [SetUp]
    public async Task RecoverAsync()
    {
        search.IsBroken = monolith.IsBroken = false;
        await gateway.UntilAvailableAsync("search", available: true);
        await gateway.UntilAvailableAsync("monolith", available: true);
    }

    [Test]
    public Task A_request_counts_on_the_side_that_it_was_sent_to() => AddsAsync(
        () => gateway.GetAsync("/search", OfService), monolith: [], service: [("requests", 1)]);

    [Test]
    public Task An_answer_of_5xx_is_an_error_and_is_passed_on() => AddsAsync(
        () => gateway.GetAsync("/search?do=refuse", OfMonolith), monolith: [("requests", 1), ("answers5xx", 1)], service: []);

    [Test]
    public Task A_request_that_fell_back_failed_on_the_first_side_and_was_served_by_the_other() => AddsAsync(
        async () =>
        {
            search.IsBroken = true;
            (await gateway.GetAsync("/search", OfService)).Should().Be("monolith");
        },
        monolith: [("requests", 1), ("fallbacks", 1)], service: [("requests", 1), ("transport", 1)]);

    [Test]
    public Task A_write_that_broke_counts_once() => AddsAsync(
        async () => (await gateway.SendAsync(HttpMethod.Post, "/search?do=break", OfService)).Dispose(),
        monolith: [], service: [("requests", 1), ("transport", 1)]);

    [Test]
    public Task An_answer_that_broke_off_is_truncated() => AddsAsync(
        async () =>
        {
            using var response = await gateway.SendAsync(HttpMethod.Get, "/search?do=truncate", OfService);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            (await reader.ReadLineAsync()).Should().Be("half");
            search.NextChunk.Release();
            await FluentActions.Awaiting(() => reader.ReadLineAsync()).Should().ThrowAsync<IOException>();
        },
        monolith: [], service: [("requests", 1), ("truncated", 1)]);

    [Test]
    public Task A_client_who_does_not_wait_is_no_error() => AddsAsync(
        async () =>
        {
            using var leaving = new CancellationTokenSource();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/search?do=hang") { Headers = { { "Cookie", $"visitor={OfService}" } } };
            search.Seen.Clear();
            var answer = gateway.Client.SendAsync(request, leaving.Token);
            await Eventually.HoldsAsync(() => !search.Seen.IsEmpty, "the request has arrived");
            await leaving.CancelAsync();
            await FluentActions.Awaiting(() => answer).Should().ThrowAsync<OperationCanceledException>();
        },
        monolith: [], service: [("requests", 1)]);

    [Test]
    public Task A_client_who_leaves_in_the_middle_of_an_answer_is_no_error_either() => AddsAsync(
        async () =>
        {
            using var response = await gateway.SendAsync(HttpMethod.Get, "/search?do=stream", OfService);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            (await reader.ReadLineAsync()).Should().Be("0");
        },
        monolith: [], service: [("requests", 1)]);

    [Test]
    public Task A_side_that_a_signature_demanded_is_marked() => AddsAsync(
        async () =>
        {
            var key = OperatorKey.Of(gateway.Api.Key, "development", Role.Operator)!;
            (await gateway.GetAsync("/search", OfMonolith, (SideOverride.Header, SideOverride.Sign(key, "search", Side.Service, DateTimeOffset.UtcNow.AddMinutes(1))))).Should().Be("service");
        },
        monolith: [], service: [("requests", 1), ("forced", 1)]);

    [Test]
    public async Task Paths_of_no_route_count_as_rest_and_so_do_the_assets_that_a_service_has()
    {
        search.Assets["/assets/figures.css"] = "body{}";
        await AddsAsync(
            async () =>
            {
                await gateway.GetAsync("/elsewhere");
                (await gateway.GetAsync("/assets/figures.css")).Should().Be("body{}");
            },
            monolith: [("requests", 2)], service: [("requests", 1), ("fallbacks", 1)], route: "rest");
    }

    [Test]
    public async Task The_figures_say_how_long_it_took_and_who_got_which_share()
    {
        for (var n = 0; n < 10; n++) await gateway.GetAsync("/search", OfService);
        var service = (await gateway.Api.GetAsync("routes/search"))["service"]!["figures"]!;
        service["requests"]!.GetValue<double>().Should().BePositive();
        service["p50"]!.GetValue<double>().Should().BePositive();
        service["p99"]!.GetValue<double>().Should().BeGreaterThanOrEqualTo(service["p50"]!.GetValue<double>());
        service["visitors"]!.GetValue<double>().Should().Be(0.25);
        service["share"]!.GetValue<double>().Should().BeInRange(0.01, 1);
        service["history"]!.AsArray().Should().HaveCount(90);
        service["totals"]!["decision"]!.GetValue<double>().Should().BePositive();
    }

    [Test]
    public async Task Prometheus_reads_the_same_by_route_and_side()
    {
        var before = await MetricsAsync();
        await gateway.GetAsync("/search", OfService);
        await gateway.GetAsync("/search?do=refuse", OfService);
        search.IsBroken = true;
        await gateway.GetAsync("/search", OfService);
        search.IsBroken = false;
        await Eventually.HoldsAsync(async () => Added("gateway_requests_total", await MetricsAsync()) == 3, "the last one has been counted");
        var after = await MetricsAsync();
        Added("gateway_errors_total", after, "kind=\"5xx\",").Should().Be(1);
        Added("gateway_errors_total", after, "kind=\"transport\",").Should().Be(1);
        Added("gateway_fallbacks_total", after, side: "monolith").Should().Be(1);
        Added("gateway_request_duration_seconds_count", after).Should().Be(3);
        Added("gateway_decision_duration_seconds_count", after).Should().Be(3);

        double Added(string name, Dictionary<string, double> now, string kind = "", string side = "service")
        {
            var series = $"{name}{{{kind}route=\"search\",side=\"{side}\"}}";
            return now.GetValueOrDefault(series) - before.GetValueOrDefault(series);
        }
    }

    [Test]
    public async Task Nobody_reads_them_without_a_key()
    {
        using var client = new HttpClient { BaseAddress = gateway.Addresses.Internal };
        using var answer = await client.GetAsync("/metrics");
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task However_many_paths_and_visitors_there_are_nothing_is_kept_of_them()
    {
        var requests = Claim.Size(1_000, 50_000);
        await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
            await gateway.GetAsync(n % 2 == 0 ? $"/search/{n}" : $"/{n}", FixedVisitors.Id(n)));
        var after = (await MetricsAsync()).Keys.Where(name => name.StartsWith("gateway_", StringComparison.Ordinal)).ToList();
        // Two routes with two sides each, whatever was asked for.
        var labels = after.SelectMany(series => series[(series.IndexOf('{', StringComparison.Ordinal) + 1)..^1].Split(',')).Where(label => !label.StartsWith("le=", StringComparison.Ordinal)).Distinct();
        labels.Should().BeSubsetOf(["route=\"search\"", "route=\"rest\"", "side=\"monolith\"", "side=\"service\"", "kind=\"5xx\"", "kind=\"transport\""]);
    }

    [Test]
    public async Task A_route_that_vanishes_takes_its_figures_along()
    {
        var version = (await gateway.Api.GetAsync("routes"))["version"]!.GetValue<long>();
        await gateway.Api.ChangeAsync(HttpMethod.Post, "apply?force=true", new { routes = new[] { new { name = "passing", paths = new[] { "/passing" }, cluster = "search" } } });
        await gateway.GetAsync("/passing");
        await Eventually.HoldsAsync(async () => (await MetricsAsync()).Keys.Any(IsPassing), "it is counted");
        await gateway.Api.ChangeAsync(HttpMethod.Post, "undo", new { version });
        (await MetricsAsync()).Keys.Where(IsPassing).Should().BeEmpty();
        // Others count on.
        await gateway.GetAsync("/search", OfService);
        await Eventually.HoldsAsync(async () => (await MetricsAsync()).GetValueOrDefault("gateway_requests_total{route=\"search\",side=\"service\"}") >= 1, "search is counted");

        static bool IsPassing(string series) => series.Contains("passing", StringComparison.Ordinal);
    }

    // A request is counted when it has ended, which its client may learn a moment earlier.
    private async Task AddsAsync(Func<Task> act, (string Figure, int Added)[] monolith, (string Figure, int Added)[] service, string route = "search")
    {
        var before = await TotalsAsync(route);
        await act();
        var expected = monolith.Select(figure => ($"monolith.{figure.Figure}", figure.Added)).Concat(service.Select(figure => ($"service.{figure.Figure}", figure.Added))).ToList();
        await Eventually.HoldsAsync(
            async () => (await AddedAsync()).SequenceEqual(expected), string.Join(", ", expected), instead: () => string.Join(", ", AddedAsync().Result));

        async Task<List<(string, int)>> AddedAsync() =>
            [.. (await TotalsAsync(route)).Select(now => (now.Key, now.Value - before[now.Key])).Where(added => added.Item2 != 0)];
    }

    private async Task<Dictionary<string, int>> TotalsAsync(string route)
    {
        var all = await gateway.Api.GetAsync("routes");
        var sides = route == "rest" ? all["rest"]! : all["routes"]!.AsArray().Single(one => one!["name"]!.ToString() == route)!;
        return new[] { "monolith", "service" }.SelectMany(side => TotalsOf(sides[side]!).Select(total => ($"{side}.{total.Key}", total.Value!.GetValue<int>()))).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> TotalsOf(JsonNode side) =>
        (side["figures"] ?? side)["totals"]!.AsObject().Where(total => total.Key != "decision");

    private async Task<Dictionary<string, double>> MetricsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Addresses.Internal, "/metrics")) { Headers = { Authorization = new("Bearer", gateway.Api.Key) } };
        using var answer = await gateway.Client.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
