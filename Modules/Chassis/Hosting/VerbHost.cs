using Microsoft.AspNetCore.Builder;
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
}
