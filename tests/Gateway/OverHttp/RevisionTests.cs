using System.Collections.Concurrent;
using System.Globalization;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>Changes under load: nothing fails, and every request is decided by one version from its first byte to its last.</summary>
[Category(Claim.Category), Category("revisions")]
internal sealed class RevisionTests
{
    private const int Connections = 64;
    private static readonly int Requests = Claim.Size(4_000, 100_000);
    private static readonly int Changes = Claim.Size(40, 1_000);

    [Test]
    public async Task Weights_change_under_load_and_no_request_fails_or_is_decided_on_a_mix()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var search = await Backend.StartAsync("service:search");
        await using var gateway = await RunningGateway.StartAsync(monolith, search);
        await gateway.UntilAvailableAsync("search", available: true);
        var weights = new ConcurrentDictionary<long, decimal> { [await gateway.Api.VersionAsync()] = 25 };
        var answers = new ConcurrentQueue<Decided>();

        var isChanging = true;
        var asked = 0;
        var clients = Enumerable.Range(0, Connections).Select(async client =>
        {
            for (var number = client; Volatile.Read(ref isChanging) || Volatile.Read(ref asked) < Requests; number += Connections)
            {
                Interlocked.Increment(ref asked);
                answers.Enqueue(await AskAsync(gateway, FixedVisitors.Id(number % 10_000), number));
            }
        }).ToList();
        for (var change = 0; change < Changes; change++)
        {
            // Small steps and great ones; two clusters change as well now and then, for YARP takes those up on its own.
            var weight = change * 37 % 101;
            weights[await gateway.Api.SetWeightAsync("search", weight)] = weight;
            if (change % 20 == 0) weights[await gateway.Api.ChangeAsync(HttpMethod.Put, "clusters/users/destinations/2", new { address = $"http://127.0.0.1:{change % 8 + 1}", force = true })] = weight;
        }
        Volatile.Write(ref isChanging, false);
        await Task.WhenAll(clients);

        answers.Where(answer => answer.Status != 200).Should().BeEmpty("of {0} requests none may fail", answers.Count);
        var mixed = answers.Where(answer => answer.Reason != "weight" || !weights.TryGetValue(answer.Version, out var weight)
            || answer.Side != (VisitorBucket.Of(answer.Visitor, "search") < weight * 100 ? "service:search" : "monolith") || answer.Host != answer.Side).ToList();
        mixed.Should().BeEmpty();
        var versions = answers.Select(answer => answer.Version).Distinct().Count();
        versions.Should().BeGreaterThan(Changes / 4, "the changes came between the requests");
        Claim.Holds($"{weights.Count - 1} changes during {answers.Count} requests at {Connections} connections", $"0 failed, {mixed.Count} decided on a mix of revisions, {versions} versions seen");
    }

    private static async Task<Decided> AskAsync(RunningGateway gateway, string visitor, int number)
    {
        var (method, path) = (number % 3) switch { 0 => (HttpMethod.Get, "/search"), 1 => (HttpMethod.Get, "/api/search/?q=x"), _ => (HttpMethod.Post, "/search") };
        using var response = await gateway.SendAsync(method, path, visitor);
        return new(
            visitor, (int)response.StatusCode, Header("X-Served-By"), Header("X-Served-Because"), long.Parse(Header("X-Traffic-Version") is { Length: > 0 } version ? version : "0", CultureInfo.InvariantCulture),
            await response.Content.ReadAsStringAsync());

        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : "";
    }

    private sealed record Decided(string Visitor, int Status, string Side, string Reason, long Version, string Host);
}
