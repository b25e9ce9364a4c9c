using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.Settings;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Fills the split table from the settings, at start and again whenever they change.</summary>
internal sealed class SplitLoader(
    SplitTable table,
    IProxyStateLookup proxy,
    ModuleMap map,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<SplitLoader> logger)
    : IDisposable
{
    private readonly Lock reloading = new();
    private FrozenDictionary<string, Weight> weights = FrozenDictionary<string, Weight>.Empty;
    private IDisposable? watch;

    /// <exception cref="SettingException">A weight is wrong.</exception>
    public void Start()
    {
        Load(WeightSettings.Read(configuration, map, environment.IsDevelopment()));
        watch = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
    }

    public void Dispose() => watch?.Dispose();

    private void Reload()
    {
        lock (reloading)
        {
            try
            {
                foreach (var problem in LastGoodJsonProvider.ProblemsIn(configuration)) logger.LogError("Settings kept as they were: {Problem}", problem);
                Load(WeightSettings.Read(configuration, map, environment.IsDevelopment()));
            }
            catch (SettingException exception)
            {
                logger.LogError("Weights kept as they were: {Problem}", exception.Message);
            }
        }
    }

    private void Load(FrozenDictionary<string, Weight> next)
    {
        table.Replace(Splits(next));
        foreach (var (route, weight) in next.Where(entry => !weights.TryGetValue(entry.Key, out var old) || old != entry.Value))
        {
            logger.LogInformation("Route {Route} sends {Weight}% of its visitors to its service", route, weight);
        }

        weights = next;
    }

    private Dictionary<string, Split> Splits(FrozenDictionary<string, Weight> next)
    {
        var splits = new Dictionary<string, Split>
        {
            [ProxyRoutes.Rest] = new UnsplitRoute(
                SideOf(ProxyRoutes.Rest, ClusterSettings.Monolith), [.. map.Modules.Select(module => SideOf(ProxyRoutes.Rest, module.Name))]),
        };
        foreach (var module in map.Modules)
        {
            foreach (var route in module.Routes)
            {
                foreach (var id in route.Paths.Select(path => ProxyRoutes.Id(route, path)))
                {
                    splits[id] = new SplitRoute(route.Name, next[route.Name], SideOf(id, ClusterSettings.Monolith), SideOf(id, module.Name));
                }
            }
        }

        return splits;
    }

    private SplitSide SideOf(string routeId, string clusterId)
    {
        if (!proxy.TryGetRoute(routeId, out var route) || !proxy.TryGetCluster(clusterId, out var cluster))
        {
            throw new InvalidOperationException($"YARP has no route '{routeId}' or no cluster '{clusterId}'.");
        }

        var name = clusterId == ClusterSettings.Monolith ? clusterId : $"service:{clusterId}";
        var showsSide = configuration.ReadSwitch("ServedBy:Header", environment.IsDevelopment());
        return new SplitSide(name, new RouteModel(route.Config, cluster, new GatewayTransformer(showsSide ? name : null)), cluster);
    }
}
