using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Thoughts.Seed;
using Npgsql;
using NpgsqlTypes;

namespace MyThoughts.Thoughts;

/// <summary>Writes generated thoughts into an empty table, or goes on where the same seed was interrupted.</summary>
internal sealed class GeneratedThoughts([FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database) : IBulkSeed
{
    // With its epoch, which does not change meanwhile: the column's default would ask for it row by row.
    private const string Copy = "COPY thoughts.thought (username, text, posted_at, epoch) FROM STDIN (FORMAT BINARY)";

    private const string Epoch = "SELECT thoughts.current_epoch()";

    private const string Count = "SELECT count(*) FROM thoughts.thought";

    private const string First = "SELECT username, text, posted_at FROM thoughts.thought ORDER BY id LIMIT 1";

    private const string Last = "SELECT username, text, posted_at FROM thoughts.thought ORDER BY id DESC LIMIT 1";

    public async Task<int> MissingAsync(SeedSize size, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var count = await connection.QuerySingleAsync<long>(new CommandDefinition(Count, cancellationToken: cancellationToken));
        if (count == 0) return size.Thoughts;
        var stream = new ThoughtStream(size);
        var isBeginning = count <= size.Thoughts
            && await IsAsync(connection, First, stream.All().First(), cancellationToken)
            && await IsAsync(connection, Last, stream.All().ElementAt((int)count - 1), cancellationToken);
        return isBeginning ? size.Thoughts - (int)count : throw new SettingException(string.Create(CultureInfo.InvariantCulture,
            $"The database has {count:N0} thoughts, which are not the beginning of what `seed {size}` writes. Go on with the numbers of the seed that wrote them, or begin anew: in Development with `clean`, elsewhere with an empty database."));
    }

    public async Task WriteAsync(SeedSize size, int missing, Action<long> written, CancellationToken cancellationToken)
    {
        var epoch = await EpochAsync(cancellationToken);
        var copy = new BulkCopy<GeneratedThought>(database, Copy, (import, thought) =>
        {
            import.Write(thought.Username, NpgsqlDbType.Text);
            import.Write(thought.Text, NpgsqlDbType.Text);
            import.Write(thought.PostedAt, NpgsqlDbType.TimestampTz);
            import.Write(epoch, NpgsqlDbType.Bigint);
        });
        await copy.WriteAsync(new ThoughtStream(size).All().Skip(size.Thoughts - missing), written, cancellationToken);
    }

    private async Task<long> EpochAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<long>(new CommandDefinition(Epoch, cancellationToken: cancellationToken));
    }

    private static async Task<bool> IsAsync(NpgsqlConnection connection, string which, GeneratedThought thought, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleAsync<(string Username, string? Text, DateTime PostedAt)>(new CommandDefinition(which, cancellationToken: cancellationToken));
        return row == (thought.Username, thought.Text, thought.PostedAt);
    }
}
