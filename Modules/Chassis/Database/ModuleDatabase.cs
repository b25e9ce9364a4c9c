using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database;

/// <summary>Gives each module a connection pool of its own.</summary>
public static class ModuleDatabase
{
    // What a connection string does not say itself. A database that is away must be told from a slow one soon; the pools of
    // all hosts together stay below the server's limit; and since connections are not reset between uses, session state
    // (SET without LOCAL, session locks, LISTEN) belongs on a connection with `Pooling=false`.
    private const string Defaults = "Timeout=3;Command Timeout=15;Maximum Pool Size=20;Max Auto Prepare=50;No Reset On Close=true;";

    /// <summary>
    /// Registers a keyed singleton <see cref="NpgsqlDataSource"/> on <c>ConnectionStrings:&lt;module&gt;</c> and a readiness check
    /// for it. Sessions are not reset between uses: use <c>SET LOCAL</c> and transaction locks, and a connection of its own to listen.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="module">The module's name, the key.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddModuleDatabase(this IServiceCollection services, string module)
    {
        services.AddSingleton(new ModuleWithDatabase(module));
        services.AddKeyedSingleton(module, (provider, _) => Create(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>(), module));
        return services;
    }

    /// <summary>The modules that have a database in this host.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> ModulesWithDatabase(this IServiceCollection services) =>
        [.. services.Select(service => service.ImplementationInstance).OfType<ModuleWithDatabase>().Select(module => module.Name)];

    private static NpgsqlDataSource Create(IConfiguration configuration, IHostEnvironment environment, string module)
    {
        var login = new NpgsqlConnectionStringBuilder(Defaults + configuration.ModuleLogin(module).ConnectionString);
        login.ApplicationName ??= environment.ApplicationName;
        return NpgsqlDataSource.Create(login);
    }
}

internal sealed record ModuleWithDatabase(string Name);
