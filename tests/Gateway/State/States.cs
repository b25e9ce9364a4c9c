using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

/// <summary>A small state that the rules take, to be changed by tests.</summary>
internal static class States
{
    public static DateTimeOffset Noon { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TrafficState Usual { get; } = new(
        [
            new("search", ["/search", "/api/search"], "search", new(2_500), ModeState.Ready, ModeState.Ready),
            new("thoughts", ["/", "/thoughts", "/@{username}"], "thoughts", new(0), ModeState.Ready, ModeState.Ready),
        ],
        [Cluster("monolith", 7000), Cluster("search", 7003), Cluster("thoughts", 7002)]);

    public static TrafficCluster Cluster(string name, int port) => new(name, Protocol.Http2, [new("1", $"http://127.0.0.1:{port}", ModeState.Ready)]);

    public static TrafficState WithRoute(Func<TrafficRoute, TrafficRoute> change) => Usual.With(change(Usual.Route("search")!));

    public static TrafficState WithCluster(Func<TrafficCluster, TrafficCluster> change) => Usual.With(change(Usual.Cluster("search")!));
}
