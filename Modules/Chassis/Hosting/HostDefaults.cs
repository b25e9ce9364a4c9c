using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Map;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Hosting;

/// <summary>What every host has, the gateway too: ports, settings, logs, request ids, health, version, metrics, orderly ends.</summary>
public static class HostDefaults
{
    /// <summary>Registers it. The setting <c>Secrets:Folder</c> names a folder with one file per secret setting.</summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="host">Its name in the module map: <c>monolith</c>, <c>gateway</c> or a module.</param>
    /// <param name="map">The module map.</param>
    /// <param name="guardsInternalPort">Whether the host asks for keys of its own there: then it needs no <c>Listen:InternalKey</c>.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddHostDefaults(this WebApplicationBuilder builder, string host, ModuleMap map, bool guardsInternalPort = false)
    {
        if (builder.Configuration["Secrets:Folder"] is { Length: > 0 } secrets) builder.Configuration.AddSecrets(secrets);
        builder.AddLogs();
        builder.AddListening(ListenAddresses.Read(builder.Configuration, map.Ports(host), guardsInternalPort));
        builder.Services.AddSingleton(map).AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddProblems();
        builder.Services.AddSingleton<MetricsText>();
        builder.Services.AddSingleton(new ShutdownDrain(builder.Configuration));
        builder.Services.AddHostedService(services => services.GetRequiredService<ShutdownDrain>());
        builder.Services.AddHealthChecks().AddCheck<ShutdownDrain>("shutdown", tags: [Health.Ready]);
        if (builder.Configuration.ReadSwitch("Lifetime:WatchStandardInput", byDefault: false)) builder.Services.AddHostedService<ParentWatch>();
    }

    /// <summary>Puts the middleware that every request passes first, in their order. Maps nothing.</summary>
    /// <param name="app">The host.</param>
    public static void UseHostDefaults(this WebApplication app)
    {
        app.UseRequestDefaults();
        app.UseAnswerDefaults();
    }

    /// <summary>Puts the first half of them: what makes a request known, by its id, its line in the log and where it comes from.</summary>
    /// <param name="app">The host.</param>
    public static void UseRequestDefaults(this WebApplication app)
    {
        app.UseMiddleware<RequestId>();
        app.UseMiddleware<RequestLog>();
        app.UseKnownProxies();
        app.UseHsts();
    }

    /// <summary>Puts the second half: what an answer of this host's own has, and what it never answers.</summary>
    /// <param name="app">The host.</param>
    public static void UseAnswerDefaults(this WebApplication app)
    {
        app.UseMiddleware<AnswerHeaders>();
        app.UseProblems();
        app.UseMiddleware<InternalPort>();
        app.UseMiddleware<BodyLimit>();
    }

    /// <summary>Maps health on every port, version and metrics on the internal one.</summary>
    /// <param name="app">The host.</param>
    public static void MapHostDefaults(this WebApplication app)
    {
        Health.Map(app);
        BuildVersion.Map(app);
        var metrics = app.Services.GetRequiredService<MetricsText>();
        app.MapGet("/metrics", () => TypedResults.Text(metrics.Collect(), MetricsText.ContentType)).ExcludeFromDescription();
    }

    private static void AddSecrets(this ConfigurationManager configuration, string folder)
    {
        if (!Directory.Exists(folder))
            throw new SettingException($"Secrets:Folder is '{folder}', which is no folder. Example: Secrets:Folder=/run/secrets/mythoughts");
        // A file named ConnectionStrings__thoughts holds the setting ConnectionStrings:thoughts.
        configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }
}
