using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>
/// Follows a feed for as long as the host lives. No transaction is open while it waits for news: one held that long would hold back
/// the feed's own horizon.
/// </summary>
internal sealed partial class FeedReader<TChange>(
    FollowedFeed followed, FeedFollower<TChange> follower, ParkedChanges parked, FollowerMeter meter,
    DatabaseReadiness readiness, TimeProvider clock, ILogger<FeedReader<TChange>> logger) : BackgroundService
    where TChange : class, IFeedChange
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    // A feed that has no news says so after a wait; one that says it at once would be asked again at once, without end.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StandBy = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ParkedLook = TimeSpan.FromSeconds(10);

    private readonly Backoff backoff = new();
    private bool isStandingBy;
    private long? parkedLookedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CountParkedAsync(stoppingToken);
                var start = clock.GetTimestamp();
                var step = await follower.StepAsync(LongestWait, stoppingToken);
                if (backoff.Succeeded())
                {
                    LogBack(followed.Reader, followed.Feed);
                    parkedLookedAt = null;   // what was tried in vain may be aside now
                }
                Tell(step);
                if (step.Kind == FeedStepKind.StoodBy) await Task.Delay(StandBy, clock, stoppingToken);
                if (step.Kind == FeedStepKind.Waited && clock.GetElapsedTime(start) < ShortestWait) await Task.Delay(ShortestWait, clock, stoppingToken);
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested) return;
                // Whatever it was, the reader must outlive it: nobody else brings the module up to date.
                if (backoff.Failed()) Tell(exception);
                await backoff.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CountParkedAsync(CancellationToken cancellationToken)
    {
        if (parkedLookedAt is { } last && clock.GetElapsedTime(last) < ParkedLook) return;
        meter.Parked(await parked.CountAsync(cancellationToken));
        parkedLookedAt = clock.GetTimestamp();
    }

    private void Tell(FeedStep step)
    {
        if (step.Kind == FeedStepKind.Forgotten) LogForgotten(followed.Feed, step.Cursor, followed.Reader);
        if (step.Kind == FeedStepKind.Restarted) LogOlder(followed.Reader, followed.Feed);
        if (step.Kind == FeedStepKind.StoodBy && !isStandingBy) LogStandingBy(followed.Reader, followed.Feed);
        isStandingBy = step.Kind == FeedStepKind.StoodBy;
    }

    private void Tell(Exception exception)
    {
        // Where a neighbour's absence was noticed says nothing; where our own mistake was, everything.
        var isAway = exception is NeighbourUnavailableException or HttpRequestException || DatabaseUnavailable.Is(exception);
        LogTrouble(isAway ? null : exception, followed.Reader, followed.Feed, exception.Message);
    }

    [LoggerMessage(LogLevel.Information, "{Reader} follows the feed of {Feed} again.")]
    private partial void LogBack(string reader, string feed);

    [LoggerMessage(LogLevel.Warning, "{Reader} cannot follow the feed of {Feed} and goes on trying: {Problem}")]
    private partial void LogTrouble(Exception? exception, string reader, string feed, string problem);

    [LoggerMessage(LogLevel.Warning, "The feed of {Feed} no longer knows the cursor {Cursor}: rebuilding {Reader} from its start.")]
    private partial void LogForgotten(string feed, FeedCursor cursor, string reader);

    [LoggerMessage(LogLevel.Information, "What {Reader} keeps of the feed of {Feed} was built by an older version: rebuilding it.")]
    private partial void LogOlder(string reader, string feed);

    [LoggerMessage(LogLevel.Information, "What {Reader} keeps of the feed of {Feed} was built by a newer version, whose hosts bring it up to date: standing by.")]
    private partial void LogStandingBy(string reader, string feed);
}
