using System.Diagnostics;
using System.Globalization;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>PostgreSQL goes and comes back under running hosts. Its cluster is its own, so that no other test loses theirs.</summary>
[Category(Claim.Category), Category("outage")]
internal sealed class DatabaseAwayTests
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private static readonly (string Host, string Page, string Resource)[] Asked =
    [
        ("monolith", "/search", "/api/thoughts/1/"),
        ("users", "/login/", "/.well-known/jwks.json"),
        ("thoughts", "/@bruce/", "/api/thoughts/1/"),
        ("search", "/search", "/api/search/?q=a"),
    ];

    [Test]
    public async Task Hosts_wait_for_a_database_that_is_late_say_503_while_it_is_away_and_recover_by_themselves()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        var database = await TestDatabase.CreateAsync(cluster);
        await cluster.StopAsync();
        await using var hosts = SystemUnderTest.Launch(database);
        try
        {
            foreach (var host in hosts.Hosts)
                await Eventually.HoldsAsync(() => SaysThatItWaits(host), $"{host.Name} says that it waits for PostgreSQL", LongestStart, () => host.Output);
            hosts.Hosts.Should().OnlyContain(host => !host.HasExited, "a host waits for its database");
            await cluster.StartAsync();
            await hosts.WaitUntilReadyAsync();
            foreach (var (host, page, resource) in Asked) await ShouldServeAsync(Named(hosts, host), page, resource);

            var slowest = TimeSpan.Zero;
            for (var outage = 0; outage < 2; outage++)
            {
                await cluster.StopAsync();
                foreach (var (host, page, resource) in Asked) await ShouldBeAwayAsync(Named(hosts, host), page, resource);
                await cluster.StartAsync();
                var back = Stopwatch.StartNew();
                foreach (var (host, page, resource) in Asked) await ShouldRecoverAsync(Named(hosts, host), page, resource);
                if (back.Elapsed > slowest) slowest = back.Elapsed;
            }

            slowest.Should().BeLessThan(LongestRecovery);
            hosts.Hosts.Should().OnlyContain(host => !host.HasExited, "nobody restarted");
            Claim.Holds("A host recovers by itself after PostgreSQL returns, limit 5 s", $"{slowest.TotalMilliseconds:0} ms");
        }
        finally
        {
            await cluster.StartAsync();
        }
    }

    private static HostProcess Named(SystemUnderTest system, string host) => system.Hosts.Single(running => running.Name == host);

    private static bool SaysThatItWaits(HostProcess host) => host.Output.Contains("PostgreSQL", StringComparison.OrdinalIgnoreCase);

    private static async Task ShouldServeAsync(HostProcess host, string page, string resource)
    {
        var visitor = new Visitor(_ => host.Addresses.Public);
        (await visitor.OpenAsync(page)).Status.Should().Be(200, "{0} of {1}", page, host.Name);
        (await visitor.GetAsync(resource)).Status.Should().BeOneOf([200, 404], "{0} of {1}", resource, host.Name);
    }

    private static async Task ShouldRecoverAsync(HostProcess host, string page, string resource)
    {
        var visitor = new Visitor(_ => host.Addresses.Public);
        await Eventually.HoldsAsync(
            async () => (await visitor.OpenAsync(page)).Status == 200 && (await visitor.GetAsync(resource)).Status is 200 or 404,
            $"{host.Name} recovers by itself", instead: () => host.Output);
    }

    // Not every page of a host needs its database, and keys may be remembered; what does must say so in an orderly way.
    private static async Task ShouldBeAwayAsync(HostProcess host, string page, string resource)
    {
        var visitor = new Visitor(_ => host.Addresses.Public);
        (await visitor.GetAsync("/health/live")).Status.Should().Be(200);
        (await visitor.GetAsync("/health/ready")).Status.Should().Be(503);
        if (host.Name == "users")
        {
            var login = await visitor.PostJsonAsync("/api/login/", new { username = "bruce", password = "password" });
            ShouldSayWhenToRetry(login);
            login.ShouldBeAProblem(503);
            return;
        }

        var asPage = await visitor.OpenAsync(page);
        asPage.Status.Should().Be(503, "{0} of {1}", page, host.Name);
        asPage.Page.Headings.Should().Equal("We will be right back");
        ShouldSayWhenToRetry(asPage);
        var asResource = await visitor.GetAsync(resource);
        asResource.ShouldBeAProblem(503);
        ShouldSayWhenToRetry(asResource);
    }

    private static void ShouldSayWhenToRetry(Answer answer) =>
        int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture).Should().BeInRange(1, 60);
}
