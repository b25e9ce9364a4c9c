using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Login;
using MyThoughts.Users.Names;
using Npgsql;

namespace MyThoughts.Users.Deleting;

/// <summary>Makes an account a tombstone, after its password was given once more; wrong ones count as those of a login do.</summary>
internal sealed class DeleteUserHandler(
    [FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, Usernames usernames, Passwords passwords, LoginAttempts attempts, TimeProvider clock,
    [FromKeyedServices(UsersModule.Name)] FeedNotifier feed)
{
    private const string Select = "SELECT password_hash FROM users.account WHERE username_key = @Key";

    private const string Bury = """
        UPDATE users.account
        SET password_hash = NULL, deleted_at = @Now, epoch = DEFAULT, xid = DEFAULT, position = DEFAULT
        WHERE username_key = @Key AND deleted_at IS NULL
        RETURNING epoch, xid::text, position
        """;

    public async Task<DeleteUserResult> HandleAsync(DeleteUser command, CancellationToken cancellationToken)
    {
        var key = (await usernames.NormalizeAsync(command.Username, cancellationToken)).Key;
        var attempt = new LoginAttempt(key, command.Network);
        if (await attempts.BlockedForAsync(attempt, cancellationToken) is { } blocked) return TooMany(blocked);

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var hash = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(Select, new { Key = key }, cancellationToken: cancellationToken));
        var match = await passwords.VerifyAsync(key, hash, command.Password, cancellationToken);
        if (match is null) return new(DeleteUserOutcome.Busy, RetryAfter: RetryAfter.Moment);
        var isRight = match != PasswordVerificationResult.Failed;
        if (await attempts.SettleAsync(attempt, isRight, cancellationToken) is { } late) return TooMany(late);
        return isRight ? await BuryAsync(connection, key, cancellationToken) : new(DeleteUserOutcome.Refused);
    }

    private async Task<DeleteUserResult> BuryAsync(NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<(long Epoch, string Xid, long Position)?>(new CommandDefinition(
            Bury, new { Key = key, Now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        if (row is not { } place) return new(DeleteUserOutcome.Refused);   // somebody else was faster
        feed.Changed();
        return new(DeleteUserOutcome.Deleted, FeedCursor.Read(place.Epoch, place.Xid, place.Position));
    }

    private static DeleteUserResult TooMany(TimeSpan retryAfter) => new(DeleteUserOutcome.TooManyAttempts, RetryAfter: retryAfter);
}
