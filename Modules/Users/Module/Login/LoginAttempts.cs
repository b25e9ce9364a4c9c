using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MyThoughts.Users.Login;

/// <summary>
/// Counts wrong passwords in the schema, so across all hosts: ten in a row for one name from one network, or two hundred from one
/// network, within fifteen minutes. Names that do not exist are counted alike.
/// </summary>
internal sealed class LoginAttempts([FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, TimeProvider clock)
{
    public const int MostForName = 10;
    public const int MostFromNetwork = 200;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // The tenth youngest of the name and the two hundredth youngest of the network: while either is in the window, its limit is
    // reached, and the limit lasts until it leaves.
    private const string SelectLimiting = """
        SELECT max(attempted_at) FROM (
            (SELECT attempted_at FROM users.login_attempt
             WHERE network = @Network AND username_key = @UsernameKey AND attempted_at > @Horizon
             ORDER BY attempted_at DESC OFFSET @MostForName - 1 LIMIT 1)
            UNION ALL
            (SELECT attempted_at FROM users.login_attempt
             WHERE network = @Network AND attempted_at > @Horizon
             ORDER BY attempted_at DESC OFFSET @MostFromNetwork - 1 LIMIT 1)) AS limiting
        """;

    private const string LockNetwork = "SELECT pg_advisory_xact_lock(hashtextextended('users.login_attempt ' || @Network, 0))";

    private const string Insert = """
        INSERT INTO users.login_attempt (network, username_key, attempted_at) VALUES (@Network, @UsernameKey, @Now)
        """;

    // Each wrong password takes some old ones away: the table stays as small as the window. Rows that another host is removing are left to it.
    private const string Prune = """
        DELETE FROM users.login_attempt WHERE id IN (
            SELECT id FROM users.login_attempt WHERE attempted_at <= @Horizon
            ORDER BY attempted_at LIMIT 100 FOR UPDATE SKIP LOCKED)
        """;

    private const string Forget = "DELETE FROM users.login_attempt WHERE network = @Network AND username_key = @UsernameKey";

    /// <summary>How long tries like this one are not looked at; null when they are.</summary>
    public async Task<TimeSpan?> BlockedForAsync(LoginAttempt attempt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadBlockAsync(connection, null, attempt, cancellationToken);
    }

    /// <summary>
    /// Counts a wrong password, or forgets those before a right one. Decides one at a time per network: of a hundred guesses sent at
    /// once, those after the tenth wrong one learn nothing, not even that they were right.
    /// </summary>
    /// <returns>How long the network is blocked; null when the result counts.</returns>
    public async Task<TimeSpan?> SettleAsync(LoginAttempt attempt, bool isRight, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, transaction, LockNetwork, attempt, cancellationToken);
        if (await ReadBlockAsync(connection, transaction, attempt, cancellationToken) is { } blocked) return blocked;

        await ExecuteAsync(connection, transaction, isRight ? Forget : Insert, attempt, cancellationToken);
        if (!isRight) await ExecuteAsync(connection, transaction, Prune, attempt, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<TimeSpan?> ReadBlockAsync(
        NpgsqlConnection connection, DbTransaction? transaction, LoginAttempt attempt, CancellationToken cancellationToken)
    {
        var limiting = await connection.QuerySingleAsync<DateTime?>(new CommandDefinition(
            SelectLimiting, Parameters(attempt), transaction, cancellationToken: cancellationToken));
        return limiting + Window - clock.GetUtcNow().UtcDateTime;
    }

    private Task<int> ExecuteAsync(
        NpgsqlConnection connection, DbTransaction transaction, string sql, LoginAttempt attempt, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, Parameters(attempt), transaction, cancellationToken: cancellationToken));

    private object Parameters(LoginAttempt attempt)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new { attempt.Network, attempt.UsernameKey, Now = now, Horizon = now - Window, MostForName, MostFromNetwork };
    }
}
