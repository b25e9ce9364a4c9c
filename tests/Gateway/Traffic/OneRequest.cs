using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Tests.Traffic;

/// <summary>A visitor's request at the gateway, with the routes of the first start and healthy hosts, but without a server and a network.</summary>
internal sealed class OneRequest : IDisposable
{
    private readonly DefaultHttpContext context = new();
    private readonly HttpMessageInvoker nobody = new(new SocketsHttpHandler());
    private readonly MetricsText text = new();
    private readonly TrafficMeter meter;
    private readonly SideOverride overrides = new(new KeyRing(), TimeProvider.System, isEnabled: true);
    private readonly RoutingTable table;

    /// <param name="mode">The mode of a second host of the service.</param>
    /// <param name="hasLeft">Whether a module, another one, has left the monolith.</param>
    public OneRequest(Mode mode = Mode.Ready, bool hasLeft = false)
    {
        meter = new(text);
        context.Request.Path = "/search/thoughts";
        context.Request.Headers.Cookie = $"theme=dark; {VisitorId.CookieName}={VisitorOfService}; session=eyJhbGciOiJSUzI1NiJ9";
        var absent = new AbsentModules();
        if (hasLeft) absent.Note(TrafficState.Monolith, [("1", ["users"])]);
        table = TableOf(mode, absent);
        context.Features.Set<IReverseProxyFeature>(new ReverseProxyFeature { Route = table.Rest.Monolith.Route, Cluster = table.Rest.Monolith.Cluster.Model, AllDestinations = [], AvailableDestinations = [] });
    }

    /// <summary>One whom the service gets at 25%.</summary>
    public static string VisitorOfService { get; } = Enumerable.Range(0, 100).Select(n => $"01890a5d-0000-7000-8000-{n:x12}").First(id => VisitorBucket.Of(id, "search") < 2_500);

    /// <summary>Decides, from the raw headers on.</summary>
    public SplitDecision Decide(out SplitRoute route, out Visitor visitor)
    {
        route = (SplitRoute)table.Find(context.Request.Path.Value);
        return route.Decide(context, overrides, out visitor);
    }

    /// <summary>Decides, and tells YARP.</summary>
    public SplitDecision DecideAndTake()
    {
        var decision = Decide(out var route, out var visitor);
        route[decision.Side].Take(context, visitor, decision.Reason);
        return decision;
    }

    public void Dispose()
    {
        meter.Dispose();
        text.Dispose();
        nobody.Dispose();
    }

    private RoutingTable TableOf(Mode mode, AbsentModules absent)
    {
        TrafficCluster monolith = new(TrafficState.Monolith, Protocol.Http2, [new("1", "http://127.0.0.1:1", ModeState.Ready)]);
        TrafficCluster search = new("search", Protocol.Http2,
            [new("1", "http://127.0.0.1:2", ModeState.Ready), new("2", "http://127.0.0.1:3", ModeState.Ready.To(mode, DateTimeOffset.UtcNow))]);
        (PathPattern, SplitRoute)[] paths =
        [
            .. new[] { "/login", "/logout", "/register", "/account", "/api/login", "/.well-known/jwks.json" }.Select(path => (Pattern(path), RouteOf("users", monolith, search, absent))),
            .. new[] { "/", "/thoughts", "/@{username}", "/mentions", "/api/thoughts", "/api/me/thoughts" }.Select(path => (Pattern(path), RouteOf("thoughts", monolith, search, absent))),
            .. new[] { "/search", "/api/search" }.Select(path => (Pattern(path), RouteOf("search", monolith, search, absent))),
        ];
        var revision = new Revision(1, new([], [monolith, search]), DateTime.UtcNow, "gateway", null, null, []);
        var rest = SideOf(TrafficRules.RestOfPaths, Side.Monolith, monolith, absent);
        return new(revision, paths, new(rest, [], rest.Counters));
    }

    private SplitRoute RouteOf(string name, TrafficCluster monolith, TrafficCluster service, AbsentModules absent) => new(
        name, new(2_500), SideOf(name, Side.Monolith, monolith, absent), SideOf(name, Side.Service, service, absent), new(TimeProvider.System, TimeSpan.FromSeconds(30)));

    private SplitSide SideOf(string route, Side side, TrafficCluster cluster, AbsentModules absent)
    {
        DestinationState[] hosts = [.. cluster.Destinations.Select(host => new DestinationState(host.Id, new(new DestinationConfig { Address = host.Address })))];
        var running = new ClusterState(cluster.Name, new(new ClusterConfig { ClusterId = cluster.Name }, nobody)) { DestinationsState = new(hosts, hosts) };
        var model = new RouteModel(new RouteConfig { RouteId = route, ClusterId = cluster.Name }, running, HttpTransformer.Default);
        return new(cluster.Name, ModeState.Ready, model, cluster, absent, route, new(route, side, meter, TimeProvider.System));
    }

    private static PathPattern Pattern(string path) => PathPattern.TryParse(path, out var pattern) ? pattern : throw new ArgumentException(path);
}
