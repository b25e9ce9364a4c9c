using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Hosting;

/// <summary>What a host of modules needs beyond what every host has, for any of its verbs.</summary>
internal static class ModuleHostRegistration
{
    public static void AddModuleHost(this ModuleHostBuilder host)
    {
        host.Web.AddHostDefaults(host.Name, host.Map);
        host.Services.AddTokenAuthentication(host.Configuration, host.Map);
        host.Services.AddModuleSchemas(host.Modules);
        host.Services.AddSingleton(new Health.ModulesThatLeft(
            [.. host.Map.Modules.Select(module => module.Name).Where(module => host.ModeOf(module) == HostingMode.Absent)]));
        host.Services.AddRefusals();
        host.Services.AddOpenApi(document => document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info.Title = $"MyThoughts: {host.Name}";
            return Task.CompletedTask;
        }));
        // Without it a build that was not published answers every asset with 200 and no bytes, Development aside.
        host.Web.WebHost.UseStaticWebAssets();
        var pages = host.Services.AddRazorPages();
        pages.AddApplicationPart(typeof(ModuleHost).Assembly);
        foreach (var module in host.Modules) pages.AddApplicationPart(module.Assembly);
    }
}
