using Dapper;
using Npgsql;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>Many thoughts that Search knows already, made in the database: posting a million would take hours.</summary>
internal static class Archive
{
    public const string Author = "archivist";

    // One transaction, so that no reader comes in between; every text has a word that no other has.
    private const string Fill = """
        BEGIN;
        SELECT FROM search.cursor WHERE feed = 'thoughts' FOR UPDATE;
        INSERT INTO thoughts.thought (username, text, posted_at)
        SELECT @Author, 'Number ' || n || ' says ' || md5(n::text) || ' and means it.', now() FROM generate_series(1, @Count) AS n;
        INSERT INTO search.thought (id, username, text, posted_at, generation)
        SELECT thought.id, thought.username, thought.text, thought.posted_at, cursor.generation
        FROM thoughts.thought, search.cursor WHERE username = @Author AND feed = 'thoughts';
        UPDATE search.cursor SET (epoch, xid, position) = (SELECT epoch, xid, position FROM thoughts.thought ORDER BY thought.position DESC LIMIT 1)
        WHERE feed = 'thoughts';
        COMMIT;
        """;

    public static async Task FillAsync(string administrator, int count)
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.ExecuteAsync(new CommandDefinition(Fill, new { Author, Count = count }, commandTimeout: 600));
    }

    /// <summary>The word of the thought with this number.</summary>
    public static string Word(int number) =>
#pragma warning disable CA5351 // It hides nothing: it is what the database's md5 makes.
        Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.ASCII.GetBytes($"{number}")));
#pragma warning restore CA5351
}
