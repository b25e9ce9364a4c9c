using Dapper;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Keys;
using MyThoughts.Users.Login;
using MyThoughts.Users.Names;
using Npgsql;

namespace MyThoughts.Users.Registration;

internal sealed class RegisterUserHandler(
    [FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, IValidator<RegisterUser> validator,
    Usernames usernames, Passwords passwords, Sessions sessions, TimeProvider clock,
    [FromKeyedServices(UsersModule.Name)] FeedNotifier feed)
{
    // The database decides who of two was first: asking beforehand whether the name is free would answer both with yes.
    private const string Insert = """
        INSERT INTO users.account (username, username_key, password_hash, created_at)
        VALUES (@Shown, @Key, @Hash, @Now)
        ON CONFLICT ON CONSTRAINT account_username_key_is_unique DO NOTHING
        RETURNING id, username, created_at AS creation
        """;

    public async Task<RegisterUserResult> HandleAsync(RegisterUser command, CancellationToken cancellationToken)
    {
        var username = await usernames.NormalizeAsync(command.Username, cancellationToken);
        var validation = await validator.ValidateAsync(command with { Username = username.Shown }, cancellationToken);
        if (!validation.IsValid) return RegisterUserResult.Invalid(validation.ToDictionary());

        if (await passwords.HashAsync(username.Key, command.Password, cancellationToken) is not { } hash)
            return RegisterUserResult.Busy(RetryAfter.Moment);
        if (await InsertAsync(username, hash, cancellationToken) is not { } user) return RegisterUserResult.Taken;
        feed.Changed();
        var session = command.ByAdministrator ? null : await sessions.StartAsync(user.Username, cancellationToken);
        return RegisterUserResult.Registered(user, session);
    }

    private async Task<User?> InsertAsync(Username username, string hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(
            Insert, new { username.Shown, username.Key, Hash = hash, Now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
    }
}
