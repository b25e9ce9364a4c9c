namespace MyThoughts.Chassis.Feeds;

/// <summary>Wakes the readers of one module's feed that wait in this process.</summary>
internal sealed class FeedSignal
{
    private volatile TaskCompletionSource next = NewSource();

    /// <summary>Ends at the next wake-up. Take it before looking at the feed: news in between must not be lost.</summary>
    public Task Next => next.Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Wake() => Interlocked.Exchange(ref next, NewSource()).TrySetResult();

    // Whoever wakes the readers must not run their code.
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
