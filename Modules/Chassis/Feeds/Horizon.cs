using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// How long the oldest open transaction of the cluster has been holding the feed back. Nobody may ask PostgreSQL when another
/// role's transaction began, so the time is counted from when it was first seen to be the oldest.
/// </summary>
internal sealed class Horizon(TimeProvider clock)
{
    private const string Look = """
        SELECT pg_snapshot_xmin(snapshot)::text AS Oldest, pg_snapshot_xmax(snapshot)::text AS Next FROM pg_current_snapshot() AS snapshot
        """;

    // Who a backend is, and that it has a transaction, every role may see; what it does and since when, only its own role may.
    private const string Find = """
        SELECT pid::text AS Backend, usename::text AS Role, datname::text AS Database, application_name AS Application
        FROM pg_stat_activity
        WHERE backend_xid = @Oldest::xid8::xid
        UNION ALL
        SELECT 'prepared transaction ' || gid, owner::text, database::text, ''
        FROM pg_prepared_xacts
        WHERE transaction = @Oldest::xid8::xid
        LIMIT 1
        """;

    private string oldest = "";
    private long since;
    private bool isOpen;

    /// <summary>The id of the transaction that holds the feed back.</summary>
    public string Oldest => oldest;

    /// <summary>For how long it has; zero when none is open.</summary>
    public TimeSpan Age => isOpen ? clock.GetElapsedTime(Volatile.Read(ref since)) : TimeSpan.Zero;

    public async Task LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (now, next) = await connection.QuerySingleAsync<(string, string)>(new CommandDefinition(Look, cancellationToken: cancellationToken));
        if (now != oldest) Volatile.Write(ref since, clock.GetTimestamp());
        (oldest, isOpen) = (now, now != next);
    }

    /// <summary>Finds who has that transaction open; null when it has just ended.</summary>
    public Task<HorizonHolder?> FindHolderAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<HorizonHolder>(new CommandDefinition(Find, new { Oldest = oldest }, cancellationToken: cancellationToken));
}

/// <summary>Who holds a feed back.</summary>
/// <param name="Backend">The process id of the backend, or the name of a prepared transaction.</param>
/// <param name="Role">Its login role.</param>
/// <param name="Database">The database it works in, which may be any of the cluster.</param>
/// <param name="Application">What it calls itself.</param>
internal sealed record HorizonHolder(string Backend, string? Role, string? Database, string? Application);
