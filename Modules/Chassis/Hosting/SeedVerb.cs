using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Security;
using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Writes the demo data of the host's modules where there is none yet, or as much generated data as its options ask for.</summary>
internal static class SeedVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, string[] arguments, CancellationToken cancellationToken)
    {
        var size = SeedSize.Read(arguments);
        if (host.Environment.IsProduction())
            throw new SettingException("seed is refused in Production: everybody knows the demo users' password. Set DOTNET_ENVIRONMENT=Development if this is no production.");
        host.AddModuleHost();
        host.Web.AddSharedKeys();
        await using var cluster = await DatabaseSetup.PrepareAsync(
            host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);
        if (size is not null) BulkSeedVerb.CommitWithoutWaiting(host.Configuration, host.Services.ModulesWithDatabase());
        await using var app = host.Web.Build();
        SharedKeys.MakeFirstKey(app.Services, app.Configuration, app.Environment);
        var schemas = app.Services.GetRequiredService<ModuleSchemas>();
        if (size is not null)
        {
            foreach (var module in schemas.Modules) await PatientDatabase.WaitAsync(() => schemas.MigrateAsync(module, cancellationToken), cancellationToken);
            return await BulkSeedVerb.RunAsync(app.Services, schemas, size, cancellationToken);
        }
        foreach (var module in schemas.Modules)
        {
            await PatientDatabase.WaitAsync(() => SeedAsync(schemas, module, cancellationToken), cancellationToken);
            Console.WriteLine($"{module.Name}: seeded");
        }
        await BulkSeedVerb.BuildIndexesAsync(app.Services, schemas, cancellationToken);
        return 0;
    }

    private static async Task<bool> SeedAsync(ModuleSchemas schemas, Module module, CancellationToken cancellationToken)
    {
        await schemas.MigrateAsync(module, cancellationToken);
        await schemas.SeedAsync(module, cancellationToken);
        return true;
    }
}
