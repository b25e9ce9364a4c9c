using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>Whose account is deleted: their thoughts go, and no more are taken from them although a token of theirs lives on.</summary>
internal sealed class DeletedAuthors([FromKeyedServices(ThoughtsModule.Name)] FeedNotifier feed) : IFeedTarget<UserChange>
{
    /// <summary>Taken by each post together with the author's other posts, and alone by the deletion: no post slips in behind it.</summary>
    public const string LockForPosts = "SELECT pg_advisory_xact_lock_shared(hashtextextended('thoughts.author ' || lower(@Username), 0))";

    // In one order for all, or two hosts with two authors each would wait for one another.
    private const string LockAlone = """
        SELECT pg_advisory_xact_lock(hashtextextended('thoughts.author ' || name, 0))
        FROM (SELECT DISTINCT lower(name) AS name FROM unnest(@Names) AS deleted (name) ORDER BY 1) AS author
        """;

    private const string Remember = """
        INSERT INTO thoughts.deleted_author (name_key)
        SELECT DISTINCT lower(name) FROM unnest(@Names) AS deleted (name)
        ON CONFLICT (name_key) DO NOTHING
        """;

    private const string Bury = """
        UPDATE thoughts.thought
        SET text = NULL, epoch = DEFAULT, xid = DEFAULT, position = DEFAULT
        WHERE text IS NOT NULL AND lower(username) IN (SELECT lower(name) FROM unnest(@Names) AS deleted (name))
        """;

    public int ModelVersion => 1;

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<UserChange> changes, int generation, CancellationToken cancellationToken)
    {
        var names = new { Names = changes.Where(change => change.User is null).Select(change => change.Username).ToArray() };
        if (names.Names.Length == 0) return;
        foreach (var sql in (string[])[LockAlone, Remember, Bury])
            await connection.ExecuteAsync(new CommandDefinition(sql, names, cancellationToken: cancellationToken));
        // A little before the commit, which is no harm: readers look again when the horizon moves.
        feed.Changed();
    }

    // A name is never given out again: who was deleted stays so, and there is nothing to clear away.
    public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) => Task.FromResult(0);
}
