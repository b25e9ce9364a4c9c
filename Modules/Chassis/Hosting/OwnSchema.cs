using Microsoft.AspNetCore.Builder;
using MyThoughts.Chassis.Database;

namespace MyThoughts.Chassis.Hosting;

/// <summary>A schema for a host that is not made of modules and works on while its database is away: the gateway.</summary>
public static class OwnSchema
{
    /// <summary>Registers the database of <c>ConnectionStrings:&lt;owner&gt;</c>, and waits for its migrations once the host has started.</summary>
    /// <param name="host">The host being built.</param>
    /// <param name="owner">Name and migrations.</param>
    public static void AddOwnSchema(this WebApplicationBuilder host, Module owner)
    {
        host.Services.AddModuleDatabase(owner.Name);
        host.Services.AddSchemas([owner]);
        host.Services.AddDatabaseStartup();
    }

    /// <summary>Checks the connection string; in Development a host without one joins the embedded cluster.</summary>
    /// <param name="host">The host being built.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The embedded cluster, to be disposed after the host; null when none was needed.</returns>
    /// <exception cref="SettingException">The connection string is missing or wrong, or PostgreSQL does not start.</exception>
    public static async Task<IAsyncDisposable?> PrepareDatabaseAsync(this WebApplicationBuilder host, CancellationToken cancellationToken) =>
        await DatabaseSetup.PrepareAsync(host.Configuration, host.Environment, host.Services.ModulesWithDatabase(), cancellationToken);

    /// <summary>Applies the migrations as administrator and says what it did: the verb <c>migrate</c>.</summary>
    /// <param name="host">The host being built.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">No administrator is set, or a migration fails.</exception>
    public static Task<int> MigrateAsync(this WebApplicationBuilder host, CancellationToken cancellationToken) => MigrateVerb.RunAsync(host, cancellationToken);
}
