using System.Collections.Concurrent;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>That real requests are divided as promised, whoever sends them.</summary>
[Category(Claim.Category), Category("visitors")]
internal sealed class SessionTests
{
    private const string Service = "service:search";
    private static readonly ParallelOptions Sixteen = new() { MaxDegreeOfParallelism = 16 };

    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync(Service);
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

    [TestCase(10), TestCase(1)]
    public async Task Fixed_visitors_are_answered_by_the_side_of_their_bucket(int percent)
    {
        await gateway.Api.SetWeightAsync("search", percent);
        var visitors = Claim.Size(500, 100_000);
        var onService = 0;
        var wrong = new ConcurrentQueue<int>();
        await Parallel.ForAsync(0, visitors, Sixteen, async (number, _) =>
        {
            var isOnService = await gateway.GetAsync("/search", FixedVisitors.Id(number)) == Service;
            if (isOnService) Interlocked.Increment(ref onService);
            if (isOnService != VisitorBucket.Of(FixedVisitors.Id(number), "search") < percent * 100) wrong.Enqueue(number);
        });
        wrong.Should().BeEmpty();
        var share = 100.0 * onService / visitors;
        if (Claim.IsProof) share.Should().BeApproximately(percent, percent == 10 ? 0.3 : 0.1);
        Claim.Holds($"Answers of the service to {visitors} fixed visitors at {percent}%, over HTTP", $"{share:0.000}%");
    }

    [Test]
    public async Task Nobody_changes_sides_by_logging_in_and_out()
    {
        await gateway.Api.SetWeightAsync("search", 50);
        var sessions = Claim.Size(150, 10_000);
        var (changes, onService) = (0, 0);
        await Parallel.ForAsync(0, sessions, Sixteen, async (number, stop) =>
        {
            using var anonymous = await gateway.SendAsync(HttpMethod.Get, "/search");
            var side = await anonymous.Content.ReadAsStringAsync(stop);
            var visitor = anonymous.Headers.GetValues("Set-Cookie").Single()["visitor=".Length..][..36];
            string[] later =
            [
                await gateway.GetAsync("/api/search/", visitor),
                await gateway.GetAsync("/search", null, ("Cookie", $"session=abc; visitor={visitor}")),
                await gateway.GetAsync("/api/search/", visitor, ("Authorization", Tokens.Of($"user-{number}"))),
                await gateway.GetAsync("/search", visitor),
            ];
            if (later.Any(other => other != side)) Interlocked.Increment(ref changes);
            if (side == Service) Interlocked.Increment(ref onService);
        });
        changes.Should().Be(0);
        onService.Should().BeInRange(sessions / 4, sessions * 3 / 4);
        Claim.Holds("Anonymous, logged in, with a token, logged out again", $"{changes} changes of side in {sessions} sessions, {onService} on the service at 50%");
    }

    [Test]
    public async Task With_cookies_refused_the_share_is_right_all_the_same()
    {
        await gateway.Api.SetWeightAsync("search", 10);
        var requests = Claim.Size(2_000, 100_000);
        var onService = 0;
        await Parallel.ForAsync(0, requests, Sixteen, async (_, _) =>
        {
            if (await gateway.GetAsync("/search") == Service) Interlocked.Increment(ref onService);
        });
        var share = 100.0 * onService / requests;
        // By chance, five times the standard deviation: once in a million runs.
        share.Should().BeApproximately(10, 5 * 30 / Math.Sqrt(requests));
        Claim.Holds($"Share of {requests} requests without cookies at 10%", $"{share:0.000}%");
    }

    [Test]
    public async Task Users_of_tokens_are_divided_by_their_names_with_and_without_cookies()
    {
        await gateway.Api.SetWeightAsync("search", 25);
        for (var number = 0; number < 50; number++)
        {
            var side = await gateway.GetAsync("/api/search", null, ("Authorization", Tokens.Of($"user-{number}")));
            side.Should().Be(VisitorBucket.Of($"user-{number}", "search") < 2_500 ? Service : "monolith");
        }
    }
}
