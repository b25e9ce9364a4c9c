using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Guard;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway;

/// <summary>The gateway: sends each path to the monolith or to a module's own service, by percentage of visitors.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => StartGuard.RunAsync("gateway", async () =>
    {
        await using var app = Build(args);
        await app.RunAsync();
        return 0;
    });

    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var map = ModuleMap.Load();
        builder.AddLiveSettings();
        builder.AddHostDefaults("gateway", map);
        builder.AddErrorPages();
        builder.AddProxy(map);
        builder.AddTrafficSplit(map);

        var app = builder.Build();
        app.UseHostDefaults();
        app.UseRouting();
        app.MapHostDefaults();
        app.MapRazorPages();
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<BlockedPathsMiddleware>();
            proxy.UseMiddleware<FailureMiddleware>();
            proxy.UseMiddleware<TrafficSplitMiddleware>();
            // A pipeline of one's own starts empty. These two run once for each side that is asked.
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        app.StartTrafficSplit();
        return app;
    }
}
