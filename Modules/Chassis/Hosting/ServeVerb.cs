using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Serves pages and API until the process is told to stop.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken)
    {
        Register(host);
        await using var app = host.Web.Build();
        SharedKeys.MakeFirstKey(app.Services, app.Configuration, app.Environment);
        Use(app);
        Map(app, host);
        await ((IHost)app).RunAsync(cancellationToken);
        return 0;
    }

    private static void Register(ModuleHostBuilder host)
    {
        host.Web.AddHostDefaults(host.Name, host.Map);
        host.AddSharedKeys();
        host.Services.AddTokenAuthentication(host.Configuration, host.Map);
        host.Services.AddOpenApi();
        // Without it a build that was not published answers every asset with 200 and no bytes, Development aside.
        host.Web.WebHost.UseStaticWebAssets();
        var pages = host.Services.AddRazorPages();
        pages.AddApplicationPart(typeof(ServeVerb).Assembly);
        foreach (var module in host.Modules) pages.AddApplicationPart(module.Assembly);
    }

    private static void Use(WebApplication app)
    {
        app.UseHostDefaults();
        app.UseSwaggerUI(docs =>
        {
            docs.RoutePrefix = "docs";
            docs.SwaggerEndpoint("/openapi/v1.json", "MyThoughts");
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Map(WebApplication app, ModuleHostBuilder host)
    {
        app.MapHostDefaults();
        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapRazorPages();
        foreach (var module in host.Modules) module.MapEndpoints(app);
    }
}
