using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Brings the schemas of the host's modules to what this version needs.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken)
    {
        host.AddModuleHost();
        return await RunAsync(host.Web, cancellationToken);
    }

    public static async Task<int> RunAsync(WebApplicationBuilder host, CancellationToken cancellationToken)
    {
        await using var cluster = await DatabaseSetup.PrepareAsync(
            host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);
        await using var app = host.Build();
        var schemas = app.Services.GetRequiredService<ModuleSchemas>();
        foreach (var module in schemas.Modules)
        {
            var applied = await PatientDatabase.WaitAsync(() => schemas.MigrateAsync(module, cancellationToken), cancellationToken);
            Console.WriteLine($"{module.Name}: {(applied.Count == 0 ? "up to date" : $"applied {string.Join(", ", applied)}")}");
        }
        return 0;
    }
}
