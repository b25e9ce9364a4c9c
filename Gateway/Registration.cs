using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace MyThoughts.Gateway;

/// <summary>The parts that the gateway is put together from.</summary>
internal static class Registration
{
    public static Module Schema { get; } = new(StateStore.Owner, typeof(Registration).Assembly) { MapEndpoints = _ => { }, MapContract = _ => { } };

    // The chassis' error pages too: with every host down, the gateway still says so in the usual look.
    public static void AddPages(this WebApplicationBuilder builder) =>
        builder.Services.AddRazorPages().AddApplicationPart(typeof(ModuleMap).Assembly).AddApplicationPart(typeof(Registration).Assembly);

    public static void AddProxy(this WebApplicationBuilder builder)
    {
        // What a request does here never blocks, so it needs no other thread than the one that read it.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxConcurrentConnections = 20_000);
        builder.Services.AddSingleton<IActiveHealthCheckPolicy, ReadyPolicy>();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, UnreachablePolicy>();
        builder.Services.AddSingleton<IAvailableDestinationsPolicy, ProbedPolicy>();
        builder.Services.AddReverseProxy().LoadFromMemory(ProxyClusters.Routes, ProxyClusters.Nobody).ConfigureHttpClient(Connect);
        builder.Services.AddSingleton<ProxyClusters>().AddSingleton<IConfigChangeListener>(services => services.GetRequiredService<ProxyClusters>());
        // As long as this one logs, the framework makes an activity and a log scope of each request. See TraceParent.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A destination that goes or comes back is a line; each probe in between would be one a second, with a stack.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health", LogLevel.Information);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health.ActiveHealthCheckMonitor", LogLevel.Error);
    }

    public static void AddTraffic(this WebApplicationBuilder builder)
    {
        var (configuration, environment) = (builder.Configuration, builder.Environment);
        var easing = configuration.ReadTime("Easing", Returns.DefaultLength);
        var overrides = configuration.ReadSwitch("Overrides:Enabled", byDefault: false);
        var stateFile = LocalStateFile.PathOf(configuration, environment);
        builder.Services
            .AddSingleton<TrafficMeter>().AddSingleton<TrafficFigures>().AddSingleton<LiveTraffic>().AddSingleton<AbsentModules>().AddSingleton<KeyRing>()
            .AddSingleton(services => new Returns(services.GetRequiredService<TimeProvider>(), easing))
            .AddSingleton(services => new SideOverride(services.GetRequiredService<KeyRing>(), services.GetRequiredService<TimeProvider>(), overrides))
            .AddSingleton(services => new LocalStateFile(stateFile, services.GetRequiredService<ILogger<LocalStateFile>>()));
    }

    public static void AddStore(this WebApplicationBuilder builder)
    {
        var first = FirstRevision.Of(ModuleMap.Load(), builder.Configuration, builder.Environment.IsDevelopment());
        builder.AddOwnSchema(Schema);
        builder.Services
            .AddSingleton(first)
            .AddSingleton<StateStore>().AddSingleton<KeyStore>().AddSingleton<AuditLog>().AddSingleton<FirstStart>()
            .AddSingleton<StateFollower>().AddHostedService(services => services.GetRequiredService<StateFollower>())
            .AddSingleton<ITrafficFacts, KnownHosts>().AddSingleton<TrafficControl>();
        builder.Services.AddHealthChecks().AddCheck<StateReadiness>("state", tags: [Health.Ready]);
    }

    private static void Connect(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        // Else HttpClient makes an activity of each request. The trace goes on without: its headers are passed on like all others.
        handler.ActivityHeadersPropagator = null;
        handler.ConnectTimeout = TimeSpan.FromSeconds(1);
        // A host that vanished without closing its connections is noticed while requests wait for it.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(2);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
    }
}
