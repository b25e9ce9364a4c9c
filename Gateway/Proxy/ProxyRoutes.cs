using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Settings;
using Yarp.ReverseProxy.Configuration;

namespace MyThoughts.Gateway.Proxy;

/// <summary>YARP's routes, one for each path of the module map and one for everything else.</summary>
internal static class ProxyRoutes
{
    public const string Rest = "rest";

    public static IReadOnlyList<RouteConfig> From(ModuleMap map) =>
    [
        .. map.Modules.SelectMany(module => module.Routes).SelectMany(route => route.Paths.Select(path => To(Id(route, path), Pattern(path)))),
        To(Rest, "/{**rest}") with { Order = int.MaxValue },
    ];

    public static string Id(MappedRoute route, string path) => $"{route.Name}:{path}";

    // A path owns what is below it; the root would own everything, so it is itself alone.
    private static string Pattern(string path) => path == "/" ? path : $"{path}/{{**rest}}";

    // The monolith is where a route starts: the split moves it from there.
    private static RouteConfig To(string id, string pattern) =>
        new() { RouteId = id, ClusterId = ClusterSettings.Monolith, Match = new() { Path = pattern } };
}
