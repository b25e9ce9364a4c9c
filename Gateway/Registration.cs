using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.Settings;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace MyThoughts.Gateway;

/// <summary>The parts that Program puts together.</summary>
internal static class Registration
{
    public static void AddLiveSettings(this WebApplicationBuilder builder)
    {
        LastGoodJsonSource.ReplaceIn(builder.Configuration.Sources);
        builder.Configuration.AddWeightsFile(builder.Environment.IsDevelopment());
    }

    // The chassis' error pages alone: with every host down, the gateway still says so in the usual look.
    public static void AddErrorPages(this WebApplicationBuilder builder) =>
        builder.Services.AddRazorPages().AddApplicationPart(typeof(ModuleMap).Assembly);

    public static void AddProxy(this WebApplicationBuilder builder, ModuleMap map)
    {
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxConcurrentConnections = 20_000);
        builder.Services.AddSingleton<IActiveHealthCheckPolicy, ReadyPolicy>();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, UnreachablePolicy>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(ProxyRoutes.From(map), ClusterSettings.Read(builder.Configuration, map))
            .ConfigureHttpClient(Connect);
        // A destination that goes or comes back is a line; each probe in between would be one a second, with a stack.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health", LogLevel.Information);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health.ActiveHealthCheckMonitor", LogLevel.Error);
    }

    public static void AddTrafficSplit(this WebApplicationBuilder builder, ModuleMap map)
    {
        // A wrong weight stops the start before anything listens.
        _ = WeightSettings.Read(builder.Configuration, map, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<SplitTable>().AddSingleton<SplitLoader>();
    }

    public static void StartTrafficSplit(this WebApplication app) => app.Services.GetRequiredService<SplitLoader>().Start();

    private static void Connect(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        handler.ConnectTimeout = TimeSpan.FromSeconds(1);
        // A host that vanished without closing its connections is noticed while requests wait for it.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
    }
}
