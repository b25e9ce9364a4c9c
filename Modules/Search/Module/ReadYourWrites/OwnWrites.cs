using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.FollowThoughts;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.ReadYourWrites;

/// <summary>
/// What somebody has just posted and search does not know yet. Whoever says how far they have written waits a moment for search to
/// come that far; if it does not, their newest thoughts are asked of Thoughts itself. Nobody else waits.
/// </summary>
internal sealed partial class OwnWrites(CatchUp<ThoughtModel> search, IThoughts thoughts, ILogger<OwnWrites> logger)
{
    private const int Newest = 100;

    /// <summary>Finds them.</summary>
    /// <param name="written">What a write answered, as it came; null or nonsense for nearly everybody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The author's newest thoughts, some of which search may know; none when it has caught up.</returns>
    public async Task<IReadOnlyList<Thought>> FindAsync(string? written, CancellationToken cancellationToken)
    {
        if (WrittenPosition.Parse(written) is not { } position || await search.WaitAsync(position.Cursor, cancellationToken)) return [];
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

    [LoggerMessage(LogLevel.Warning, "Somebody's newest thoughts could not be asked for, and search shows what it has: {Problem}")]
    private partial void LogAway(string problem);
}
