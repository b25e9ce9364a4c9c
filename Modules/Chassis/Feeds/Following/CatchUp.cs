using System.Threading.RateLimiting;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>
/// Lets whoever has just written find it in what a module keeps of a feed: their read waits a moment for the reader to come that far.
/// Nobody else waits.
/// </summary>
/// <typeparam name="TTarget">What is kept.</typeparam>
/// <param name="database">The module's data source.</param>
/// <param name="reader">The module that follows; its schema has the same name.</param>
/// <param name="feed">The module whose feed it is.</param>
/// <param name="clock">Tells how long it has been.</param>
public sealed class CatchUp<TTarget>(NpgsqlDataSource database, string reader, string feed, TimeProvider clock) : IDisposable
{
    private const int MostWaiting = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    private readonly CursorStore cursors = new(database, new(reader, reader, feed));

    // A position costs nothing to make up, so waiting for it must not cost much either: whoever finds no place does not wait.
    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = MostWaiting, QueueLimit = 0 });

    /// <summary>Waits, a quarter of a second at most.</summary>
    /// <param name="written">Where the write stands in the feed.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>Whether what is kept has the write in it.</returns>
    public async Task<bool> WaitAsync(FeedCursor written, CancellationToken cancellationToken)
    {
        using var place = places.AttemptAcquire();
        for (var start = clock.GetTimestamp(); ; await Task.Delay(Look, clock, cancellationToken))
        {
            if (await cursors.ReadAsync(cancellationToken) is { Rebuilding: false } state && state.Cursor >= written) return true;
            if (!place.IsAcquired || clock.GetElapsedTime(start) >= LongestWait) return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
