using Dapper;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Search.FollowUsers;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FollowThoughts;

/// <summary>Search's copy of the thoughts. Those of authors who deleted their account stay out of it, whichever of the two feeds is ahead.</summary>
internal sealed class ThoughtModel : IFeedTarget<ThoughtChange>
{
    private const string Upsert = """
        INSERT INTO search.thought (id, username, text, posted_at, generation)
        SELECT id, username, text, posted_at, @Generation
        FROM unnest(@Ids, @Usernames, @Texts, @Times) AS changed (id, username, text, posted_at)
        WHERE NOT EXISTS (SELECT FROM search.deleted_author WHERE name_key = lower(changed.username))
        ON CONFLICT (id) DO UPDATE
        SET username = excluded.username, text = excluded.text, posted_at = excluded.posted_at, generation = excluded.generation
        """;

    private const string Delete = "DELETE FROM search.thought WHERE id = ANY(@Ids)";

    private const string DeleteLeftovers = """
        DELETE FROM search.thought
        WHERE id IN (SELECT id FROM search.thought WHERE generation < @Generation LIMIT @Most)
        """;

    public int ModelVersion => 1;

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<ThoughtChange> changes, int generation, CancellationToken cancellationToken)
    {
        Thought[] present = [.. changes.Select(change => change.Thought).OfType<Thought>()];
        long[] deleted = [.. changes.Where(change => change.Thought is null).Select(change => change.Id)];
        await connection.ExecuteAsync(new CommandDefinition(DeletedAuthors.LockForThoughts, cancellationToken: cancellationToken));
        if (present.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Upsert, Columns(present, generation), cancellationToken: cancellationToken));
        if (deleted.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Delete, new { Ids = deleted }, cancellationToken: cancellationToken));
    }

    public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            DeleteLeftovers, new { Generation = generation, Most = most }, cancellationToken: cancellationToken));

    private static object Columns(Thought[] thoughts, int generation) => new
    {
        Generation = generation,
        Ids = Array.ConvertAll(thoughts, thought => thought.Id),
        Usernames = Array.ConvertAll(thoughts, thought => thought.Username),
        Texts = Array.ConvertAll(thoughts, thought => thought.Text),
        Times = Array.ConvertAll(thoughts, thought => thought.Timestamp),
    };
}
