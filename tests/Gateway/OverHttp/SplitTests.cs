using System.Net;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

internal sealed class SplitTests
{
    private const string Service = "service:search";
    private const string Monolith = "monolith";

    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync(Monolith);
        search = await Backend.StartAsync(Service);
        gateway = await RunningGateway.StartAsync(monolith, search);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task In_development_a_quarter_of_the_visitors_of_search_is_served_by_the_service()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(n => gateway.GetAsync("/search", FixedVisitors.Id(n))));
        (answers.Count(answer => answer == Service) / 10.0).Should().BeApproximately(25, 3);
        // Exactly those whose bucket says so.
        answers.Should().Equal(Enumerable.Range(0, 1_000).Select(n => VisitorBucket.Of(FixedVisitors.Id(n), "search") < 2_500 ? Service : Monolith));
    }

    [Test]
    public async Task A_weight_changes_while_the_gateway_runs()
    {
        await gateway.Api.SetWeightAsync("search", 50);
        (await OnServiceAsync()).Should().Equal(Enumerable.Range(0, 200).Where(n => VisitorBucket.Of(FixedVisitors.Id(n), "search") < 5_000));
        await gateway.Api.SetWeightAsync("search", 25);
        (await OnServiceAsync()).Should().Equal(Enumerable.Range(0, 200).Where(n => VisitorBucket.Of(FixedVisitors.Id(n), "search") < 2_500));
    }

    [Test]
    public async Task The_id_minted_with_the_first_answer_has_decided_the_first_request()
    {
        for (var n = 0; n < 20; n++)
        {
            using var response = await gateway.SendAsync(HttpMethod.Get, "/search");
            var cookie = response.Headers.GetValues("Set-Cookie").Single();
            cookie.Should().MatchRegex("^visitor=[0-9a-f-]{36}; max-age=34560000; path=/; samesite=lax; httponly$");
            (await gateway.GetAsync("/search", cookie[8..44])).Should().Be(await response.Content.ReadAsStringAsync());
        }
    }

    [Test]
    public async Task A_visitor_who_has_an_id_gets_no_other_and_a_forged_one_is_replaced()
    {
        using var known = await gateway.SendAsync(HttpMethod.Get, "/search", FixedVisitors.Id(1));
        known.Headers.Contains("Set-Cookie").Should().BeFalse();
        using var forged = await gateway.SendAsync(HttpMethod.Get, "/search", "service");
        forged.Headers.Contains("Set-Cookie").Should().BeTrue();
    }

    [Test]
    public async Task A_client_with_a_token_and_no_cookie_is_its_user_and_gets_no_cookie()
    {
        foreach (var user in Enumerable.Range(0, 40).Select(n => $"user-{n}"))
        {
            using var response = await gateway.SendAsync(HttpMethod.Get, "/api/search/", null, ("Authorization", Tokens.Of(user)));
            response.Headers.Contains("Set-Cookie").Should().BeFalse();
            (await response.Content.ReadAsStringAsync()).Should().Be(VisitorBucket.Of(user, "search") < 2_500 ? Service : Monolith);
        }
    }

    [Test]
    public async Task Logging_in_and_out_does_not_move_a_visitor()
    {
        var visitor = FixedVisitors.On("search", service: true, 25);
        (await gateway.GetAsync("/search", visitor, ("Authorization", Tokens.Of("bruce")))).Should().Be(Service);
        (await gateway.GetAsync("/search", visitor)).Should().Be(Service);
    }

    [TestCase("/search", Service), TestCase("/search/", Service), TestCase("/Search/more", Service), TestCase("/API/search?q=x", Service)]
    [TestCase("/searching", Monolith), TestCase("/", Monolith), TestCase("/@bruce", Monolith), TestCase("/elsewhere/search", Monolith)]
    public async Task A_route_owns_its_paths_and_what_is_below_them(string path, string side) =>
        (await gateway.GetAsync(path, FixedVisitors.On("search", service: true, 25))).Should().Be(side);

    [Test]
    public async Task In_development_the_answer_says_who_gave_it()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/search", FixedVisitors.On("search", service: true, 25));
        response.Headers.GetValues("X-Served-By").Should().Equal(Service);
        response.Headers.GetValues("X-Served-Because").Should().Equal("weight");
        response.Headers.GetValues("X-Traffic-Version").Should().ContainSingle();
    }

    [Test]
    public async Task The_request_log_says_side_and_reason()
    {
        await gateway.GetAsync("/search/logged", FixedVisitors.On("search", service: true, 25));
        await Eventually.HoldsAsync(() => gateway.Log.Lines.Any(line => line.Message.StartsWith("GET /search/logged 200", StringComparison.Ordinal) && line.Message.EndsWith("service:search weight", StringComparison.Ordinal)), "the line is there");
    }

    [Test]
    public async Task A_write_goes_where_the_visitor_is()
    {
        using var response = await gateway.SendAsync(HttpMethod.Post, "/search", FixedVisitors.On("search", service: true, 25));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().Be(Service);
    }

    private async Task<IEnumerable<int>> OnServiceAsync()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => gateway.GetAsync("/search", FixedVisitors.Id(n))));
        return Enumerable.Range(0, 200).Where(n => answers[n] == Service);
    }
}
