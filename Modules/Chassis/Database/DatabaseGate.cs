using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Map;
using Npgsql;

namespace MyThoughts.Chassis.Database;

/// <summary>Keeps requests away from a host whose databases are not ready for it yet.</summary>
internal static class DatabaseGate
{
    private static readonly PathString[] Open = ["/metrics", "/admin/version"];

    /// <summary>
    /// Registers <see cref="ModuleSchemas"/>, <see cref="DatabaseReadiness"/> and the readiness checks, to be called after the
    /// last <c>AddModuleDatabase</c>.
    /// </summary>
    /// <param name="services">The host's services, which hold the <see cref="ModuleMap"/>.</param>
    /// <param name="modules">The host's modules.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddModuleSchemas(this IServiceCollection services, IReadOnlyList<Module> modules)
    {
        var names = services.ModulesWithDatabase();
        var checks = services.AddHealthChecks().AddCheck<DatabaseReadiness>("schemas", tags: [Health.Ready]);
        foreach (var name in names) checks.Add(Check(name));
        return services.AddSchemas([.. modules.Where(module => names.Contains(module.Name))]);
    }

    /// <summary>The same without readiness checks, for a host that works on while its database is away.</summary>
    /// <param name="services">The host's services, which hold the <see cref="ModuleMap"/>.</param>
    /// <param name="modules">Whose schemas.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSchemas(this IServiceCollection services, IReadOnlyList<Module> modules) => services
        .AddSingleton<DatabaseReadiness>()
        .AddSingleton(provider => new ModuleSchemas(
            provider, provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ModuleMap>(), modules));

    /// <summary>Makes the host wait for its databases after its start, and in Development migrate and seed them.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDatabaseStartup(this IServiceCollection services) => services.AddHostedService<DatabaseStartup>();

    /// <summary>Answers 503 with Retry-After until the databases are ready; health, metrics, version and static files aside.</summary>
    /// <param name="app">The host; to be put after routing and after the middleware that gives bare status codes their bodies.</param>
    public static void UseDatabaseGate(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<DatabaseReadiness>();
        app.Use((context, next) =>
        {
            if (readiness.IsStarted || NeedsNoDatabase(context)) return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.SetRetryAfter(RetryAfter.Moment);
            return Task.CompletedTask;
        });
    }

    private static bool NeedsNoDatabase(HttpContext context) =>
        Health.Owns(context.Request.Path)
        || Open.Any(path => context.Request.Path.StartsWithSegments(path))
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;   // the page that says 503 passes here again

    // One instance a module, or it would not remember when it asked last.
    private static HealthCheckRegistration Check(string module)
    {
        DatabaseHealthCheck? check = null;
        return new($"database-{module}", Create, failureStatus: null, tags: [Health.Ready]);

        DatabaseHealthCheck Create(IServiceProvider provider) => LazyInitializer.EnsureInitialized(ref check, () => new(
            module, provider.GetRequiredKeyedService<NpgsqlDataSource>(module), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DatabaseHealthCheck>>()));
    }
}
