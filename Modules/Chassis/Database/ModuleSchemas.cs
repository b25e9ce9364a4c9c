using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using Npgsql;

namespace MyThoughts.Chassis.Database;

/// <summary>The schemas of the modules that have a database in this host.</summary>
internal sealed class ModuleSchemas
{
    private readonly IServiceProvider services;
    private readonly IConfiguration configuration;
    private readonly ModuleMap map;
    private readonly IReadOnlyList<Module> modules;

    internal ModuleSchemas(IServiceProvider services, IConfiguration configuration, ModuleMap map, IReadOnlyList<Module> modules) =>
        (this.services, this.configuration, this.map, this.modules) = (services, configuration, map, modules);

    /// <summary>The modules.</summary>
    public IReadOnlyList<Module> Modules => modules;

    /// <summary>Brings a module's schema to what its assembly holds, as administrator.</summary>
    /// <param name="module">The module.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The files that were applied now.</returns>
    /// <exception cref="SettingException">No administrator is set, or a file that was applied is missing or was edited.</exception>
    public Task<IReadOnlyList<string>> MigrateAsync(Module module, CancellationToken cancellationToken) => MigrationRunner.ApplyAsync(
        SchemaOf(module), AdministratorOf(module), cancellationToken);

    /// <summary>Writes a module's demo data where there is none yet.</summary>
    /// <param name="module">The module, migrated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is written.</returns>
    public Task SeedAsync(Module module, CancellationToken cancellationToken) => module.SeedAsync(services, cancellationToken);

    internal bool HasAdministrator(Module module) => configuration.AdministratorLogin(module.Name) is not null;

    internal NpgsqlConnectionStringBuilder AdministratorOf(Module module) =>
        configuration.AdministratorLogin(module.Name) ?? throw DatabaseSettings.Missing(DatabaseSettings.Administrator, "postgres");

    internal ModuleSchema SchemaOf(Module module) => new(
        module.Name, map.Schemas.Single(schema => schema.Owner == module.Name).Schema, configuration.ModuleLogin(module.Name), Migration.ReadAll(module.Assembly));

    // As the module's own role: in production a host knows no administrator. No history when there is none to be read yet; the
    // server refuses a role that is not made yet and a wrong password in the same words.
    internal async Task<(MigrationHistory? History, bool IsRefused)> HistoryAsync(Module module, CancellationToken cancellationToken)
    {
        var schema = SchemaOf(module);
        try
        {
            await using var connection = await services.GetRequiredKeyedService<NpgsqlDataSource>(module.Name).OpenConnectionAsync(cancellationToken);
            return (new(module.Name, schema.Files, await AppliedMigration.ReadAllAsync(connection, schema.Schema, cancellationToken)), false);
        }
        catch (PostgresException exception) when (IsNotMadeYet(exception.SqlState))
        {
            return (null, exception.SqlState is PostgresErrorCodes.InvalidPassword);
        }
        catch (NpgsqlException exception) when (string.IsNullOrEmpty(schema.Login.Password) && !DatabaseUnavailable.Is(exception))
        {
            return (null, true);   // Npgsql gives up by itself when the server asks for a password
        }
    }

    // No role or another password, no database, no right to connect, no schema, no table.
    private static bool IsNotMadeYet(string state) => state
        is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
        or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege
        or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedTable;
}
