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
    public static async Task<CreatedKey> CreateAsync(
        string text, bool force, IReadOnlyList<string> settings, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var name = KeyEndpoints.NameOf(text) ?? throw new CommandFailedException(ExitCode.Refused, KeyEndpoints.NameWanted);
            return await CreateAsync(name, force, Compose(settings, terminal), cancellationToken);
        }
        catch (SettingException problem)
        {
            throw new CommandFailedException(ExitCode.Refused, problem.Message);
        }
        catch (PostgresException problem) when (IsNotMadeYet(problem.SqlState))
        {
            throw new CommandFailedException(ExitCode.Refused, $"The gateway's tables are not there yet ({problem.MessageText}). First: migrate");
        }
        catch (PostgresException problem) when (IsRefusal(problem.SqlState))
        {
            throw new CommandFailedException(
                ExitCode.NoAccess, $"The database refuses the gateway's login ({problem.MessageText}). Check ConnectionStrings:gateway, and that `migrate` has run.");
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
        var by = $"{Environment.UserName} on {Environment.MachineName}";
        if (!await app.Services.GetRequiredService<KeyStore>().AddFirstAsync(key, by, force, cancellationToken))
        {
            throw new CommandFailedException(
                ExitCode.Refused, "An operator's key is in force already: ask whoever has it, or make one in spite of it with --force. Nothing was made.");
        }
        return new(key.Id, key.Name, key.Role, text);
    }

    private static WebApplicationBuilder Compose(IReadOnlyList<string> settings, Terminal terminal)
    {
        if (settings.FirstOrDefault(setting => !IsSetting(setting)) is { } strange)
            throw new CommandFailedException(
                ExitCode.WrongUsage, $"'{strange}' is neither an option nor a setting. Example: keys create alice --first --ConnectionStrings:gateway=…");
        var host = Host.ComposeDatabase([.. settings], TargetFinder.IsDevelopment(terminal) ? Environments.Development : null);
        host.Logging.ClearProviders();
        host.Services.AddSingleton<KeyStore>();
        return host;
    }

    private static bool IsSetting(string text) =>
        text.StartsWith("--", StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal) && text.Contains('=', StringComparison.Ordinal);

    private static bool IsNotMadeYet(string state) =>
        state is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InvalidCatalogName;

    private static bool IsRefusal(string state) =>
        state is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege;
}
