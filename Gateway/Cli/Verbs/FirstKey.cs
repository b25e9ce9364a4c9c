using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Keys;
using Npgsql;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>The key with which all others are made. Whoever has the database's password has everything already.</summary>
internal static class FirstKey
{
    public static async Task<CreatedKey> CreateAsync(string name, bool force, IReadOnlyList<string> settings, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return await CreateAsync(KeyEndpoints.NameOf(name) ?? throw new CommandFailedException(ExitCode.Refused, KeyEndpoints.NameWanted), force, Compose(settings, terminal), cancellationToken);
        }
        catch (SettingException problem)
        {
            throw new CommandFailedException(ExitCode.Refused, problem.Message);
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InvalidCatalogName)
        {
            throw new CommandFailedException(ExitCode.Refused, $"The gateway's tables are not there yet ({problem.MessageText}). First: migrate");
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new CommandFailedException(ExitCode.NoAccess, $"The database refuses the gateway's login ({problem.MessageText}). Check ConnectionStrings:gateway, and that `migrate` has run.");
        }
        catch (NpgsqlException problem)
        {
            throw new CommandFailedException(ExitCode.Away, $"The gateway's database does not answer: {problem.Message}. Check ConnectionStrings:gateway.");
        }
    }

    private static async Task<CreatedKey> CreateAsync(string name, bool force, WebApplicationBuilder host, CancellationToken cancellationToken)
    {
        await using var cluster = await host.PrepareDatabaseAsync(cancellationToken);
        await using var app = host.Build();
        var (key, text) = OperatorKey.Create(name, Role.Operator);
        if (!await app.Services.GetRequiredService<KeyStore>().AddFirstAsync(key, $"{Environment.UserName} on {Environment.MachineName}", force, cancellationToken))
        {
            throw new CommandFailedException(
                ExitCode.Refused, "An operator's key is in force already: ask whoever has it, or make one in spite of it with --force. Nothing was made.");
        }
        return new(key.Id, key.Name, key.Role, text);
    }

    private static WebApplicationBuilder Compose(IReadOnlyList<string> settings, Terminal terminal)
    {
        if (settings.FirstOrDefault(setting => !(setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains(':', StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal))) is { } strange)
            throw new CommandFailedException(ExitCode.WrongUsage, $"'{strange}' is neither an option nor a setting. Example: keys create alice --first --ConnectionStrings:gateway=…");
        var host = Host.ComposeDatabase([.. settings], TargetFinder.IsDevelopment(terminal) ? Environments.Development : null);
        host.Logging.ClearProviders();
        host.Services.AddSingleton<KeyStore>();
        return host;
    }
}
