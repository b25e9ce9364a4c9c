using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Gateway;

/// <summary>What the gateway costs: against HAProxy dividing alike, and against YARP that decides nothing.</summary>
internal static class GatewayPart
{
    private const int Visitors = 1000;

    private static readonly Target AgainstHaProxy = new("gateway, 95/5, requests/s against HAProxy", 0.90, 1.20);
    private static readonly Target AgainstHttp1 = new("gateway, 95/5, requests/s against plain YARP over HTTP/1.1", 1.25, 1.50);
    private static readonly Target AgainstHttp2 = new("gateway at weight 0, requests/s against plain YARP over h2c", 0.95, 1.0);

    private static readonly RightAnswer Divided = RightAnswer.Exactly(Body('m'), Body('s'));
    private static readonly RightAnswer Undivided = RightAnswer.Exactly(Body('m'));

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await using var scope = new Scope();
        var folder = scope.Add(new TemporaryFolder());
        var monolith = scope.Add(await BackendAsync('m'));
        var service = scope.Add(await BackendAsync('s'));
        var database = scope.Add(await TestDatabase.CreateAsync());
        var gateway = scope.Add(await PublishedGateway.StartAsync(bench, folder.Path, database, monolith, service, cancellationToken));
        var haproxy = scope.Add(await HaProxy.StartAsync(folder.Path, monolith.Addresses.Public, service.Addresses.Public, cancellationToken));
        var http1 = scope.Add(await PlainAsync("1.1", monolith.Addresses.Public));
        var http2 = scope.Add(await PlainAsync("2.0", monolith.Addresses.Proxied));

        var split = Ask("gateway, 95/5, h2c", gateway.Addresses.Public, "search", Divided, gateway.Id);
        var peer = Ask("HAProxy, 95/5", haproxy.Address, "search", Divided, haproxy.Id);
        var plain1 = Ask("plain YARP, HTTP/1.1", http1.Addresses.Public, "search", Undivided, http1.Id);
        var whole = Ask("gateway, weight 0, h2c", gateway.Addresses.Public, "thoughts/", Undivided, gateway.Id);
        var plain2 = Ask("plain YARP, h2c", http2.Addresses.Public, "thoughts/", Undivided, http2.Id);
        Arm[] arms = [split, peer, plain1, whole, plain2];
        var rounds = await Rounds.RunAsync(arms, bench.Pace, cancellationToken);
        return new("gateway",
            [
                Divides(rounds, rounds.Compare(AgainstHaProxy, split, peer, one => one.RequestsPerSecond), split, peer),
                Divides(rounds, rounds.Compare(AgainstHttp1, split, plain1, one => one.RequestsPerSecond), split),
                rounds.Compare(AgainstHttp2, whole, plain2, one => one.RequestsPerSecond),
            ],
            [.. arms.Select(arm => rounds[arm])],
            [
                "64 connections, 1 KB, 1,000 visitors whose cookies take turns, the same requests to every arm. Every answer is compared byte for byte.",
                "The gateway runs in Production with its state in PostgreSQL and `Logging:LogLevel:MyThoughts.Requests=Warning`: nobody here writes a line per request.",
                "Everything, the load generator and both backends included, shares the machine's cores.",
                .. new[] { split, peer }.Select(arm => System.FormattableString.Invariant($"{arm.Name}: {rounds[arm].Median.SecondShare:0.0}% of the answers came from the service.")),
            ]);

        Task<HostProcess> BackendAsync(char letter) => Launch.PeerAsync(bench, "Backend", new Dictionary<string, string> { ["Letter"] = $"{letter}" }, cancellationToken);
        Task<HostProcess> PlainAsync(string version, Uri destination) => Launch.PeerAsync(
            bench, "PlainProxy", new Dictionary<string, string> { ["Version"] = version, ["Destination"] = destination.ToString() }, cancellationToken);
    }

    // Right bodies from one backend alone would be a proxy that divides nothing.
    private static Row Divides(Rounds rounds, Row row, params Arm[] dividing) =>
        dividing.FirstOrDefault(arm => rounds[arm].Median.SecondShare is < 2.5 or > 7.5) is { } wrong
            ? row with { Rejected = row.Rejected ?? $"{wrong.Name} does not divide 95/5" } : row;

    private static Arm Ask(string name, Uri host, string path, RightAnswer right, int process) =>
        new(name, new WrkLoad(new(host, path), right) { Cookies = [.. Enumerable.Range(0, Visitors).Select(Cookie)] }, process);

    // Ids as the gateway mints them, and the same in every run.
    private static string Cookie(int number) => System.FormattableString.Invariant($"visitor=01930000-0000-7000-8000-{number * 2654435761L % 0xffffffffffffL:x12}");

    private static byte[] Body(char letter) => [.. Enumerable.Repeat((byte)letter, 1024)];
}
