using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Chassis.Security;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Proxy;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway;

/// <summary>The gateway as a host: sends each path to the monolith or to a module's own service, by percentage of visitors.</summary>
internal static class Host
{
    public static WebApplicationBuilder Compose(string[] args)
    {
        var builder = ComposeParts(args);
        builder.AddSharedKeys();
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        SharedKeys.MakeFirstKey(app.Services, app.Configuration, app.Environment);
        Map(app);
        return app;
    }

    public static async Task<int> ServeAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = Compose(args);
        await using var cluster = await builder.PrepareDatabaseAsync(cancellationToken);
        await using var app = Build(builder);
        var readiness = app.Services.GetRequiredService<DatabaseReadiness>();   // the host disposes its services as it ends
        await ((IHost)app).RunAsync(cancellationToken);
        return readiness.Failure is { } failure ? throw new SettingException(failure) : 0;
    }

    /// <summary>The gateway's settings and its database alone, for what works there and ends: a job of a deployment has connection strings and nothing else.</summary>
    public static WebApplicationBuilder ComposeDatabase(string[] args, string? environment = null)
    {
        var builder = Create(new() { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = environment });
        builder.AddHostDefaults(StateStore.Owner, ModuleMap.Load(), guardsInternalPort: true);
        builder.AddOwnSchema(Registration.Schema);
        return builder;
    }

    public static Task<int> MigrateAsync(string[] args, CancellationToken cancellationToken) => ComposeDatabase(args).MigrateAsync(cancellationToken);

    /// <summary>Prints the document of the administration, of the code alone: no database, no port, no secret.</summary>
    public static async Task<int> PrintOpenApiAsync(string[] args, CancellationToken cancellationToken)
    {
        // The document is the same everywhere, and this environment asks for no setting.
        var builder = ComposeParts(args, Environments.Development);
        builder.LogToStandardError();
        await using var app = builder.Build();
        Map(app);
        return await app.PrintOpenApiAsync(cancellationToken);
    }

    /// <summary>All but what needs secrets.</summary>
    internal static WebApplicationBuilder ComposeParts(string[] args, string? environment = null)
    {
        // By name: in a test it is another program that starts, and its assets would be looked for.
        var builder = Create(new()
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Host).Assembly.GetName().Name, EnvironmentName = environment,
        });
        builder.AddHostDefaults("gateway", ModuleMap.Load(), guardsInternalPort: true);
        builder.AddPages();
        builder.AddProxy();
        builder.AddTraffic();
        builder.AddStore();
        builder.AddAdministration();
        return builder;
    }

    // Without what IIS, hosting startups and assets of projects would need. TLS comes back for those who set Kestrel:Endpoints.
    private static WebApplicationBuilder Create(WebApplicationOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        return builder;
    }

    internal static void Map(WebApplication app)
    {
        app.UseRequestDefaults();
        app.UseRouting();
        app.UseMiddleware<ForwardingMiddleware>();
        app.UseAnswerDefaults();
        app.UseAdministration();
        app.UseMiddleware<FailureMiddleware>();
        // Once more, for what was not forwarded: the gate may have changed the path.
        app.UseRouting();
        app.MapHostDefaults();
        app.MapAdministration();
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<TrafficSplitMiddleware>();
            // A pipeline of one's own starts empty. These two run once for each side that is asked.
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).Add(WayToHosts.Close);
    }
}
