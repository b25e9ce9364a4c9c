using Dapper;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Pages;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>Whom thoughts mention, whether or not there is such a person yet. Whoever changes how names are read raises the version.</summary>
internal sealed class MentionModel : IFeedTarget<ThoughtChange>
{
    private const string Upsert = """
        INSERT INTO thoughts.mention (name_key, thought_id, generation)
        SELECT DISTINCT normalize(name, NFC), thought_id, @Generation
        FROM unnest(@Names, @Ids) AS mentioned (name, thought_id)
        ON CONFLICT (name_key, thought_id) DO UPDATE SET generation = excluded.generation
        """;

    private const string Delete = "DELETE FROM thoughts.mention WHERE thought_id = ANY(@Ids)";

    private const string DeleteLeftovers = """
        DELETE FROM thoughts.mention
        WHERE (name_key, thought_id) IN (SELECT name_key, thought_id FROM thoughts.mention WHERE generation < @Generation LIMIT @Most)
        """;

    public int ModelVersion => 1;

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<ThoughtChange> changes, int generation, CancellationToken cancellationToken)
    {
        (string Name, long Id)[] mentions = [.. changes.Select(change => change.Thought).OfType<Thought>()
            .SelectMany(thought => Mentions.In(thought.Text).Select(name => (UsernameCase.Fold(name), thought.Id)))];
        long[] deleted = [.. changes.Where(change => change.Thought is null).Select(change => change.Id)];
        if (mentions.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Upsert, Columns(mentions, generation), cancellationToken: cancellationToken));
        if (deleted.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition(Delete, new { Ids = deleted }, cancellationToken: cancellationToken));
    }

    public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            DeleteLeftovers, new { Generation = generation, Most = most }, cancellationToken: cancellationToken));

    private static object Columns((string Name, long Id)[] mentions, int generation) => new
    {
        Generation = generation,
        Names = Array.ConvertAll(mentions, mention => mention.Name),
        Ids = Array.ConvertAll(mentions, mention => mention.Id),
    };
}
