using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database;

/// <summary>Sees to it, before a host is built, that every module has a database to connect to.</summary>
internal static class DatabaseSetup
{
    /// <summary>
    /// Checks the connection strings of the modules; in Development, those without one get the embedded cluster under
    /// <c>Data:Folder</c>, whose connection strings are added to the configuration.
    /// </summary>
    /// <param name="configuration">The host's configuration, read and added to.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="modules">The modules with a database in this host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The embedded cluster, to be disposed after the host has drained; null when none was needed.</returns>
    /// <exception cref="SettingException">A connection string is missing or wrong, or PostgreSQL does not start.</exception>
    public static async Task<EmbeddedPostgres?> PrepareAsync(
        ConfigurationManager configuration, IHostEnvironment environment, IReadOnlyCollection<string> modules, CancellationToken cancellationToken)
    {
        var without = modules.Where(module => string.IsNullOrEmpty(configuration.GetConnectionString(module))).ToList();
        foreach (var module in modules.Except(without))
        {
            configuration.ModuleLogin(module);
            configuration.AdministratorLogin(module);
        }

        if (without.Count == 0) return null;
        if (!environment.IsDevelopment()) throw DatabaseSettings.Missing(without[0], without[0]);

        var cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(DataFolder.Of(configuration), "postgres"), without,
            new EmbeddedPostgresOptions { Binaries = configuration["Postgres:Binaries"] }, cancellationToken);
        configuration.AddInMemoryCollection(ConnectionStrings(cluster, without, configuration, all: without.Count == modules.Count));
        return cluster;
    }

    private static IEnumerable<KeyValuePair<string, string?>> ConnectionStrings(
        EmbeddedPostgres cluster, List<string> modules, ConfigurationManager configuration, bool all)
    {
        var administrator = cluster.Administrator(DatabaseSettings.DefaultDatabase);
        foreach (var module in modules)
        {
            yield return new($"ConnectionStrings:{module}", cluster.Login(module, DatabaseSettings.DefaultDatabase));
            // Its own, because a general one, if set, administers the server of the other modules.
            yield return new($"ConnectionStrings:{DatabaseSettings.OwnAdministrator(module)}", administrator);
        }

        if (all && string.IsNullOrEmpty(configuration.GetConnectionString(DatabaseSettings.Administrator)))
        {
            yield return new($"ConnectionStrings:{DatabaseSettings.Administrator}", administrator);
        }
    }
}
