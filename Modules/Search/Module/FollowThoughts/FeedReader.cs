using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FollowThoughts;

/// <summary>
/// Follows Thoughts' change feed into the read model. Several hosts may run it; whoever moves the cursor first applies the batch.
/// No transaction is open while it waits for news: one held that long would hold back the feed's own horizon.
/// </summary>
internal sealed class FeedReader(IThoughts thoughts, ReadModel model, DatabaseReadiness readiness, ILogger<FeedReader> logger)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Backoff backoff = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken);
                if (backoff.Succeeded()) logger.LogInformation("Search follows the feed of Thoughts again.");
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested) return;
                // Whatever it was, the reader must outlive it: nobody else brings search up to date.
                if (backoff.Failed()) Tell(exception);
                await backoff.WaitAsync(stoppingToken);
            }
        }
    }

    private void Tell(Exception exception)
    {
        // Where a neighbour's absence was noticed says nothing; where our own mistake was, everything.
        var isAway = exception is NeighbourUnavailableException or HttpRequestException || DatabaseUnavailable.Is(exception);
        logger.LogWarning(
            isAway ? null : exception, "Search cannot follow the feed of Thoughts and goes on trying: {Problem}", exception.Message);
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var state = await model.StateAsync(cancellationToken);
        var wait = state.Rebuilding ? TimeSpan.Zero : LongestWait;
        var batch = await thoughts.ChangesAsync(new(state.Cursor, BatchSize, wait, SearchModule.Name), cancellationToken);
        if (batch.Gone)
        {
            await RestartAsync(state, cancellationToken);
        }
        else if (batch.Changes.Count > 0 || state.Rebuilding)
        {
            ThrowIfStandingStill(state, batch);
            await model.ApplyAsync(state, batch.Changes, caughtUp: batch.Changes.Count < BatchSize, cancellationToken);
        }
    }

    private async Task RestartAsync(FeedState state, CancellationToken cancellationToken)
    {
        if (state.Cursor == FeedCursor.Start) throw new InvalidDataException("The feed of Thoughts says that its own start is gone.");
        if (!await model.RestartAsync(state, cancellationToken)) return;
        logger.LogWarning("The feed of Thoughts no longer knows the cursor {Cursor}: rebuilding search from its start", state.Cursor);
    }

    private static void ThrowIfStandingStill(FeedState state, FeedChanges<ThoughtChange> batch)
    {
        if (batch.Changes.Count == 0 || batch.Changes[^1].Cursor > state.Cursor) return;
        throw new InvalidDataException($"The feed of Thoughts answered {batch.Changes[^1].Cursor}, which is not after {state.Cursor}.");
    }
}
