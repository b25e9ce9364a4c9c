using Microsoft.Extensions.Hosting;

namespace MyThoughts.Chassis.Feeds;

/// <summary>Waits with a reader for the next changes of a module's feed.</summary>
public sealed class FeedPoll
{
    // A lost notification delays a change by this much.
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1);

    // Whoever holds the horizon back says nothing when it ends, unless it wrote to this feed too: look again soon, then less often.
    private static readonly TimeSpan FirstHorizonLook = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LastHorizonLook = TimeSpan.FromMilliseconds(250);

    private readonly FeedSignal signal;
    private readonly TimeProvider clock;
    private readonly CancellationToken stopping;

    internal FeedPoll(FeedSignal signal, TimeProvider clock, IHostApplicationLifetime lifetime) =>
        (this.signal, this.clock, stopping) = (signal, clock, lifetime.ApplicationStopping);

    /// <summary>Looks at the feed until there is something to say, the wait is over, or the host stops.</summary>
    /// <typeparam name="T">A change.</typeparam>
    /// <param name="look">Reads what follows the reader's cursor, once.</param>
    /// <param name="wait">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>The last look's batch.</returns>
    public async Task<FeedBatch<T>> WaitAsync<T>(
        Func<CancellationToken, Task<FeedBatch<T>>> look, TimeSpan wait, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var horizonLook = FirstHorizonLook;
        while (true)
        {
            var news = signal.Next;
            var batch = await look(cancellationToken);
            var left = wait - clock.GetElapsedTime(start);
            if (batch.Changes.Count > 0 || batch.IsGone || left <= TimeSpan.Zero) return batch;
            if (stopping.IsCancellationRequested)
            {
                // Readers that are told "nothing" at once would ask again at once for as long as the host drains.
                await Task.Delay(Shorter(left, LastHorizonLook), clock, cancellationToken);
                return batch;
            }

            await PauseAsync(news, Shorter(batch.IsHeldBack ? horizonLook : SlowLook, left), cancellationToken);
            horizonLook = batch.IsHeldBack ? Shorter(horizonLook * 2, LastHorizonLook) : FirstHorizonLook;
        }
    }

    private async Task PauseAsync(Task news, TimeSpan pause, CancellationToken cancellationToken)
    {
        // A host that drains must not wait for its readers' patience.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var timer = Task.Delay(pause, clock, ends.Token);
        await Task.WhenAny(timer, news);
        await ends.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
