using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Serves pages and API until the process is told to stop.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken)
    {
        host.AddModuleHost();
        host.Web.AddSharedKeys();
        host.Services.AddDatabaseStartup();
        await using var cluster = await DatabaseSetup.PrepareAsync(
            host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);
        await using var app = host.Web.Build();
        SharedKeys.MakeFirstKey(app.Services, app.Configuration, app.Environment);
        Use(app);
        Map(app, host);
        var readiness = app.Services.GetRequiredService<DatabaseReadiness>();   // the host disposes its services as it ends
        await ((IHost)app).RunAsync(cancellationToken);
        return readiness.Failure is { } failure ? throw new SettingException(failure) : 0;
    }

    public static void Use(WebApplication app)
    {
        app.UseHostDefaults();
        app.UseSwaggerUI(docs =>
        {
            docs.RoutePrefix = "docs";
            docs.SwaggerEndpoint("/openapi/v1.json", "MyThoughts");
        });
        app.UseRouting();
        app.UseDatabaseGate();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void Map(WebApplication app, ModuleHostBuilder host)
    {
        app.MapHostDefaults();
        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapRazorPages().WithStaticAssets();
        foreach (var module in host.Modules)
        {
            module.MapEndpoints(app.MapGroup("").WithTags(module.Name));
            module.MapContract(app.MapContractGroup(module.Name));
        }
    }
}
