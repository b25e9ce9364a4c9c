namespace MyThoughts.Thoughts.Tests.Changes;

/// <summary>
/// Tells the time and rings only for what is soon: the looks at a feed that a transaction, anybody's in the cluster, holds back. Whatever
/// else wakes a reader on this clock, it is not the reader looking by itself.
/// </summary>
internal sealed class StoppedClock : TimeProvider
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime < Soon ? base.CreateTimer(callback, state, dueTime, period) : new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
