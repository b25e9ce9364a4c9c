using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Brings the schemas of the host's modules to what this version needs.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken)
    {
        host.AddModuleHost();
        await using var cluster = await DatabaseSetup.PrepareAsync(
            host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);
        await using var app = host.Web.Build();
        var schemas = app.Services.GetRequiredService<ModuleSchemas>();
        foreach (var module in schemas.Modules)
        {
            var applied = await PatientlyAsync(() => schemas.MigrateAsync(module, cancellationToken), cancellationToken);
            Console.WriteLine($"{module.Name}: {(applied.Count == 0 ? "up to date" : $"applied {string.Join(", ", applied)}")}");
        }
        return 0;
    }

    // A deployment may start its database and its migration together, and must learn of it when the database never comes.
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var end = DateTime.UtcNow.AddMinutes(1); ; await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken))
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (DatabaseUnavailable.Is(exception))
            {
                if (DateTime.UtcNow > end) throw new SettingException(
                    $"PostgreSQL did not answer for a minute: {exception.Message}. Start it, or correct ConnectionStrings:administrator.");
            }
        }
    }
}
