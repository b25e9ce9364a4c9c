using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Security;
using Npgsql;

namespace MyThoughts.Users.Keys;

/// <summary>The signing keys in the schema.</summary>
internal sealed class SigningKeyStore(
    [FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, PrivateKeyProtector protector, TimeProvider clock)
{
    private const int Bits = 2048;

    // Longer than any token of a replaced key lives, and an hour for clocks that disagree.
    private static readonly TimeSpan PublishedAfterReplacement = TokenClaims.Lifetime + TimeSpan.FromHours(1);

    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('users.signing_key', 0))";

    private const string SelectNewest = """
        SELECT id, kid, public_key AS PublicKey, protected_private_key AS ProtectedPrivateKey FROM users.signing_key ORDER BY id DESC LIMIT 1
        """;

    private const string SelectPublished = """
        SELECT id, kid, public_key AS PublicKey, protected_private_key AS ProtectedPrivateKey
        FROM (SELECT id, kid, public_key, protected_private_key, lead(created_at) OVER (ORDER BY id) AS replaced_at
              FROM users.signing_key) AS key
        WHERE replaced_at IS NULL OR replaced_at > @Horizon
        ORDER BY id DESC LIMIT 32
        """;

    private const string Insert = """
        INSERT INTO users.signing_key (kid, public_key, protected_private_key, created_at)
        VALUES (@Kid, @PublicKey, @ProtectedPrivateKey, @Now)
        RETURNING id, kid, public_key AS PublicKey, protected_private_key AS ProtectedPrivateKey
        """;

    public async Task<SigningKey?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SigningKey>(new CommandDefinition(SelectNewest, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<SigningKey>> PublishedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var horizon = clock.GetUtcNow().UtcDateTime - PublishedAfterReplacement;
        return (await connection.QueryAsync<SigningKey>(new CommandDefinition(
            SelectPublished, new { Horizon = horizon }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Makes the key that follows another. Of hosts that race to do so, one makes it and the others take that.</summary>
    public async Task<SigningKey> FollowAsync(SigningKey? previous, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Lock, transaction: transaction, cancellationToken: cancellationToken));
        var newest = await connection.QuerySingleOrDefaultAsync<SigningKey>(new CommandDefinition(
            SelectNewest, transaction: transaction, cancellationToken: cancellationToken));
        if (newest is not null && newest.Id != previous?.Id) return newest;

        using var pair = RSA.Create(Bits);
        var made = new
        {
            Kid = TokenKey.Thumbprint(pair),
            PublicKey = pair.ExportSubjectPublicKeyInfo(),
            ProtectedPrivateKey = protector.Protect(pair),
            Now = clock.GetUtcNow().UtcDateTime,
        };
        var key = await connection.QuerySingleAsync<SigningKey>(new CommandDefinition(Insert, made, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return key;
    }
}
