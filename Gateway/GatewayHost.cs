using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Guard;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.Settings;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace MyThoughts.Gateway;

/// <summary>Puts the gateway together.</summary>
internal static class GatewayHost
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    public static void AddGateway(this WebApplicationBuilder builder)
    {
        LastGoodJsonSource.ReplaceIn(builder.Configuration.Sources);
        var map = ModuleMap.Load();
        // Read now, so that a wrong one stops the start before anything listens.
        _ = WeightSettings.Read(builder.Configuration, map, builder.Environment.IsDevelopment());

        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(map).AddSingleton<SplitTable>().AddSingleton<SplitLoader>();
        builder.Services.Configure<KestrelServerOptions>(Bound);
        builder.Services.Configure<TransportFailureRateHealthPolicyOptions>(Notice);
        builder.Services.AddReverseProxy()
            .LoadFromMemory(ProxyRoutes.From(map), ClusterSettings.Read(builder.Configuration, map))
            .ConfigureHttpClient(Connect);

        // A line for each forwarded request costs a third of the throughput; the request log has its own.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }

    public static void MapGateway(this WebApplication app)
    {
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<BlockedPathsMiddleware>();
            proxy.UseMiddleware<FailureMiddleware>();
            proxy.UseMiddleware<TrafficSplitMiddleware>();
            // A pipeline of one's own starts empty. These run once for each side that is asked, and read the cluster from the route.
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        app.Services.GetRequiredService<SplitLoader>().Start();
    }

    private static void Bound(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 1024 * 1024;
        options.Limits.MaxConcurrentConnections = 20_000;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    // One failed connection out of one is enough: the other side answers meanwhile, and two seconds later it gets its next chance.
    // The window bounds the reactivation from below, whatever the cluster's period says.
    private static void Notice(TransportFailureRateHealthPolicyOptions options)
    {
        options.DetectionWindowSize = TimeSpan.FromSeconds(2);
        options.MinimalTotalCountThreshold = 1;
        options.DefaultFailureRateLimit = 0.3;
    }

    private static void Connect(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        handler.ConnectTimeout = ConnectTimeout;
        // A host that vanished without closing its connections is noticed while requests wait for it.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
    }
}
