using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Hosting;

/// <summary>The host's modules with their databases, for a verb that works and ends; nothing listens and nobody follows a feed.</summary>
internal static class VerbHost
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, Func<WebApplication, Task<int>> work, CancellationToken cancellationToken)
    {
        host.AddModuleHost();
        host.Web.AddSharedKeys();
        await using var cluster = await DatabaseSetup.PrepareAsync(
            host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);
        await using var app = host.Web.Build();
        try
        {
            var schemas = app.Services.GetRequiredService<ModuleSchemas>();
            foreach (var module in schemas.Modules) await CheckAsync(schemas, module, cancellationToken);
            return await work(app);
        }
        catch (NeighbourUnavailableException away)
        {
            throw new SettingException($"{away.Message} Check Modules:{away.Module}:Url, and that its host runs.");
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            throw new SettingException($"The database does not answer: {problem.Message}");
        }
    }

    private static async Task CheckAsync(ModuleSchemas schemas, Module module, CancellationToken cancellationToken)
    {
        var (history, isRefused) = await schemas.HistoryAsync(module, cancellationToken);
        history?.ThrowIfRewritten();
        if (history is null || history.Pending.Count > 0) throw new SettingException(
            $"The schema of {module.Name} is not there, or older than this version: run `migrate` first{(isRefused ? $", or correct the password in ConnectionStrings:{module.Name}" : "")}.");
    }
}
