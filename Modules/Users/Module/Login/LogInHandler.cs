using Dapper;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Keys;
using MyThoughts.Users.Names;
using Npgsql;

namespace MyThoughts.Users.Login;

internal sealed class LogInHandler(
    [FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, IValidator<LogIn> validator,
    Usernames usernames, Passwords passwords, LoginAttempts attempts, Sessions sessions)
{
    private const string Select = "SELECT id, username, password_hash AS PasswordHash FROM users.account WHERE username_key = @Key";
    private const string UpdateHash = "UPDATE users.account SET password_hash = @Hash WHERE id = @Id AND password_hash = @PasswordHash";

    public async Task<LogInResult> HandleAsync(LogIn command, CancellationToken cancellationToken)
    {
        var username = await usernames.NormalizeAsync(command.Username, cancellationToken);
        var validation = await validator.ValidateAsync(command with { Username = username.Shown }, cancellationToken);
        if (!validation.IsValid) return LogInResult.Invalid(validation.ToDictionary());

        // A look first spares the hashing. It decides nothing: of many guesses at once, each would see the others missing.
        var attempt = new LoginAttempt(username.Key, command.Network);
        if (await attempts.BlockedForAsync(attempt, cancellationToken) is { } blocked) return LogInResult.TooManyAttempts(blocked);

        var account = await FindAsync(username.Key, cancellationToken);
        var match = await passwords.VerifyAsync(username.Key, account?.PasswordHash, command.Password, cancellationToken);
        if (match is null) return LogInResult.Busy(RetryAfter.Moment);

        var isRight = account is not null && match != PasswordVerificationResult.Failed;
        if (await attempts.SettleAsync(attempt, isRight, cancellationToken) is { } late) return LogInResult.TooManyAttempts(late);
        if (!isRight) return LogInResult.Refused;

        if (match == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(account!, command.Password, cancellationToken);
        return LogInResult.LoggedIn(await sessions.StartAsync(account!.Username, cancellationToken));
    }

    private async Task<Account?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Account>(new CommandDefinition(
            Select, new { Key = key }, cancellationToken: cancellationToken));
    }

    // The hash is of an older, weaker kind, and only now is the password at hand. With no turn free it waits for the next login.
    private async Task RehashAsync(Account account, string password, CancellationToken cancellationToken)
    {
        if (await passwords.HashAsync(account.Username, password, cancellationToken) is not { } hash) return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            UpdateHash, new { account.Id, account.PasswordHash, Hash = hash }, cancellationToken: cancellationToken));
    }

    private sealed record Account(long Id, string Username, string? PasswordHash);
}
