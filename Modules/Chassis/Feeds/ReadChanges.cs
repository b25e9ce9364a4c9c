namespace MyThoughts.Chassis.Feeds;

/// <summary>Asks a feed for the changes after a cursor.</summary>
/// <param name="After">The last change that the reader has applied and stored: whoever asks says so, and a deletion is done when all have.</param>
/// <param name="Limit">At most so many changes, 1 to 1,000.</param>
/// <param name="Wait">How long to wait for the first change when there is none yet, at most 30 s.</param>
/// <param name="Reader">
/// The reader's name, at most 50 characters, for example <c>search</c>: the same for all hosts that share a cursor. Empty for a reader
/// that nobody waits for.
/// </param>
/// <param name="Home">
/// The database that the cursor is in, so that two which go by one reader's name are told apart, and both are waited for; empty when it
/// is not known.
/// </param>
public sealed record ReadChanges(FeedCursor After, int Limit, TimeSpan Wait, string Reader, string Home = "")
{
    /// <summary>The most changes in an answer.</summary>
    public const int LargestBatch = 1_000;

    /// <summary>The longest wait.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(30);
}

/// <summary>A batch of changes in cursor order.</summary>
/// <typeparam name="TChange">A change.</typeparam>
/// <param name="Changes">The changes; empty when the wait ended before one came.</param>
/// <param name="Gone">True when the cursor means nothing here any more (an unknown epoch, or beyond the snapshot): rebuild from the start.</param>
public sealed record FeedChanges<TChange>(IReadOnlyList<TChange> Changes, bool Gone = false) where TChange : IFeedChange;
