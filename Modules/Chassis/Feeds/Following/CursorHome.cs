using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Tells in which database a module keeps its cursors, for a feed to tell two of them apart that go by the module's name.</summary>
internal sealed class CursorHome(NpgsqlDataSource database)
{
    // The identifier is the cluster's own, whichever way one connects to it, and a standby that takes over has the same.
    private const string Find = "SELECT left(md5(system_identifier || current_database()), 8) FROM pg_control_system()";

    private volatile string? found;

    /// <summary>The name of the database, eight characters; empty where PostgreSQL does not tell.</summary>
    public async Task<string> FindAsync(CancellationToken cancellationToken) => found ??= await AskAsync(cancellationToken);

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await connection.QuerySingleAsync<string>(new CommandDefinition(Find, cancellationToken: cancellationToken));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return "";
        }
    }
}
