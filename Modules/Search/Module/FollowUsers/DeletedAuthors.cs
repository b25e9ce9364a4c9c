using Dapper;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Search.FollowUsers;

/// <summary>
/// Whose thoughts may not be found any more. Thoughts deletes them too, and says so in its feed; but of the two feeds either may be
/// behind, and nobody shall be found after the person was told that they are gone.
/// </summary>
internal sealed class DeletedAuthors : IFeedTarget<UserChange>
{
    /// <summary>Taken together with others by whoever writes thoughts, and alone by whoever removes an author's: none slips in between.</summary>
    public const string LockForThoughts = "SELECT pg_advisory_xact_lock_shared(hashtextextended('search.deleted_author', 0))";

    private const string LockAlone = "SELECT pg_advisory_xact_lock(hashtextextended('search.deleted_author', 0))";

    private const string Remember = """
        INSERT INTO search.deleted_author (name_key)
        SELECT DISTINCT lower(name) FROM unnest(@Names) AS deleted (name)
        ON CONFLICT (name_key) DO NOTHING
        """;

    private const string Forget = """
        DELETE FROM search.thought
        WHERE lower(username) IN (SELECT lower(name) FROM unnest(@Names) AS deleted (name))
        """;

    public int ModelVersion => 1;

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<UserChange> changes, int generation, CancellationToken cancellationToken)
    {
        string[] names = [.. changes.Where(change => change.User is null).Select(change => change.Username)];
        if (names.Length == 0) return;
        // A statement of its own: the next one must see what was committed until the lock was free.
        await connection.ExecuteAsync(new CommandDefinition(LockAlone, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Remember, new { Names = names }, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Forget, new { Names = names }, cancellationToken: cancellationToken));
    }

    // A name is never given out again: who was deleted stays so, and there is nothing to clear away.
    public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) => Task.FromResult(0);
}
