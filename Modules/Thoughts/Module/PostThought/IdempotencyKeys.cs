using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>
/// Lets a client that got no answer ask again without posting twice (draft-ietf-httpapi-idempotency-key-header). The key is stored in
/// the transaction that stores the thought; of two requests at once the second waits for the first, on whatever host.
/// </summary>
internal sealed class IdempotencyKeys([FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // A key that is over is taken as if it had never been there.
    private const string Take = """
        INSERT INTO thoughts.idempotency_key (username, key, text_hash, created_at)
        VALUES (@Username, @IdempotencyKey, @Hash, @Now)
        ON CONFLICT (username, key) DO UPDATE
        SET text_hash = excluded.text_hash, thought_id = NULL, posted_at = NULL, created_at = excluded.created_at
        WHERE idempotency_key.created_at <= @Horizon
        """;

    private const string Select = """
        SELECT key.text_hash AS TextHash, key.thought_id AS Id, key.posted_at AS PostedAt, thought.epoch, thought.xid::text, thought.position
        FROM thoughts.idempotency_key AS key
        JOIN thoughts.thought ON thought.id = key.thought_id
        WHERE key.username = @Username AND key.key = @IdempotencyKey
        """;

    private const string Keep = """
        UPDATE thoughts.idempotency_key SET thought_id = @Id, posted_at = @Timestamp
        WHERE username = @Username AND key = @IdempotencyKey
        """;

    // Rows that another host is removing are left to it.
    private const string Purge = """
        DELETE FROM thoughts.idempotency_key WHERE (username, key) IN (
            SELECT username, key FROM thoughts.idempotency_key WHERE created_at <= @Horizon
            ORDER BY created_at LIMIT @Most FOR UPDATE SKIP LOCKED)
        """;

    private DateTime Horizon => clock.GetUtcNow().UtcDateTime - Lifetime;

    /// <summary>Takes the key for this thought, or answers what the request that has it was answered.</summary>
    public async Task<PostThoughtResult?> TakeAsync(NpgsqlConnection connection, PostThought command, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(command.Text));
        var taken = await connection.ExecuteAsync(new CommandDefinition(
            Take, new { command.Username, command.IdempotencyKey, Hash = hash, Now = clock.GetUtcNow().UtcDateTime, Horizon }, cancellationToken: cancellationToken));
        if (taken == 1) return null;

        var used = await connection.QuerySingleAsync<Row>(new CommandDefinition(Select, command, cancellationToken: cancellationToken));
        if (!used.TextHash.AsSpan().SequenceEqual(hash)) return PostThoughtResult.Refused(PostThoughtRefusal.KeyReused);
        // As it was, even if the thought is deleted by now: the answer is that of the first request.
        return PostThoughtResult.Posted(
            new(used.Id, command.Username, command.Text, used.PostedAt), FeedCursor.Read(used.Epoch, used.Xid, used.Position));
    }

    public static Task KeepAsync(NpgsqlConnection connection, PostThought command, Thought thought, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Keep, new { thought.Id, thought.Timestamp, command.Username, command.IdempotencyKey }, cancellationToken: cancellationToken));

    /// <summary>Removes some keys that are over.</summary>
    /// <param name="most">At most so many, for the transaction to stay short.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> PurgeAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(Purge, new { Horizon, Most = most }, cancellationToken: cancellationToken));
    }

    private sealed record Row(byte[] TextHash, long Id, DateTime PostedAt, long Epoch, string Xid, long Position);
}
