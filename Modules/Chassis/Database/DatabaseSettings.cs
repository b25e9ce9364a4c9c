using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database;

/// <summary>Reads the connection strings of a host's configuration.</summary>
/// <remarks>
/// <c>ConnectionStrings:thoughts</c> is a module's own login. <c>ConnectionStrings:administrator</c> may create roles, schemas and
/// tables, on the server it names and in whatever database the module's own string names; for a module that lives on another server,
/// <c>ConnectionStrings:thoughts-administrator</c> comes first.
/// </remarks>
internal static class DatabaseSettings
{
    /// <summary>The database of the embedded cluster.</summary>
    public const string DefaultDatabase = "mythoughts";

    internal const string Administrator = "administrator";

    /// <summary>A module's own login.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="module">The module.</param>
    /// <returns>The parsed connection string.</returns>
    /// <exception cref="SettingException">It is missing or wrong.</exception>
    public static NpgsqlConnectionStringBuilder ModuleLogin(this IConfiguration configuration, string module) =>
        configuration.Login(module) ?? throw Missing(module, module);

    /// <summary>The administrator's login on a module's database.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="module">The module.</param>
    /// <returns>The parsed connection string, or null when this host has none.</returns>
    /// <exception cref="SettingException">It is wrong.</exception>
    public static NpgsqlConnectionStringBuilder? AdministratorLogin(this IConfiguration configuration, string module)
    {
        if ((configuration.Login(OwnAdministrator(module)) ?? configuration.Login(Administrator)) is not { } login) return null;
        login.Database = configuration.ModuleLogin(module).Database;
        return login;
    }

    internal static string OwnAdministrator(string module) => $"{module}-{Administrator}";

    internal static SettingException Missing(string name, string exampleUser) => new(
        $"ConnectionStrings:{name} is missing. Example: {Example(name, exampleUser)}");

    private static string Example(string name, string user) =>
        $"ConnectionStrings__{name}='Host=localhost;Port=5432;Database={DefaultDatabase};Username={user};Password=...'";

    private static NpgsqlConnectionStringBuilder? Login(this IConfiguration configuration, string name)
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } text) return null;
        return TryParse(text, out var login) ? login : throw new SettingException(
            $"ConnectionStrings:{name} is not a PostgreSQL connection string with Host, Database, Username. Example: {Example(name, name)}");
    }

    // The text is never shown: it holds a password.
    private static bool TryParse(string text, [NotNullWhen(true)] out NpgsqlConnectionStringBuilder? login)
    {
        try
        {
            login = new(text);
            return !string.IsNullOrEmpty(login.Host) && !string.IsNullOrEmpty(login.Username) && !string.IsNullOrEmpty(login.Database);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            login = null;
            return false;
        }
    }
}
