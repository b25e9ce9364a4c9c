using System.Threading.RateLimiting;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.ReadYourWrites;

/// <summary>
/// What somebody has just posted and search does not know yet. Whoever says how far they have written waits a moment for search to
/// come that far; if it does not, their newest thoughts are asked of Thoughts itself. Nobody else waits.
/// </summary>
internal sealed partial class OwnWrites(
    [FromKeyedServices(SearchModule.Name)] NpgsqlDataSource database, IThoughts thoughts, TimeProvider clock, ILogger<OwnWrites> logger) : IDisposable
{
    private const int Newest = 100;
    private const int MostWaiting = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    private const string HasPassed = """
        SELECT (epoch, xid, position) >= (@Epoch, @Xid::xid8, @Position) AND NOT rebuilding FROM search.cursor WHERE feed = 'thoughts'
        """;

    // A position costs nothing to make up, so waiting for it must not cost much either: whoever finds no place does not wait.
    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = MostWaiting, QueueLimit = 0 });

    /// <summary>Finds them.</summary>
    /// <param name="written">What a write answered, as it came; null or nonsense for nearly everybody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The author's newest thoughts, some of which search may know; none when it has caught up.</returns>
    public async Task<IReadOnlyList<Thought>> FindAsync(string? written, CancellationToken cancellationToken)
    {
        if (WrittenPosition.Parse(written) is not { } position || await HasCaughtUpAsync(position.Cursor, cancellationToken)) return [];
        try
        {
            var own = thoughts.ListAsync(new(position.Author, NewestFirst: true, Limit: Newest), cancellationToken);
            return await own.ToListAsync(cancellationToken);
        }
        catch (NeighbourUnavailableException away)
        {
            LogAway(away.Message);
            return [];
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<bool> HasCaughtUpAsync(FeedCursor position, CancellationToken cancellationToken)
    {
        using var place = places.AttemptAcquire();
        for (var start = clock.GetTimestamp(); ; await Task.Delay(Look, clock, cancellationToken))
        {
            if (await HasPassedAsync(position, cancellationToken)) return true;
            if (!place.IsAcquired || clock.GetElapsedTime(start) >= LongestWait) return false;
        }
    }

    private async Task<bool> HasPassedAsync(FeedCursor position, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<bool>(new CommandDefinition(HasPassed, position.Columns(), cancellationToken: cancellationToken));
    }

    [LoggerMessage(LogLevel.Warning, "Somebody's newest thoughts could not be asked for, and search shows what it has: {Problem}")]
    private partial void LogAway(string problem);
}
