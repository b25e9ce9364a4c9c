namespace MyThoughts.Chassis.Feeds;

/// <summary>What one look at a feed found.</summary>
/// <typeparam name="T">A change.</typeparam>
/// <param name="Changes">The changes behind the reader's cursor and below the horizon, in cursor order.</param>
/// <param name="IsGone">The cursor means nothing in this feed: an unknown epoch, or a transaction still to come.</param>
/// <param name="IsHeldBack">More is committed, but an older transaction is still open, and what it writes has to come first.</param>
public sealed record FeedBatch<T>(IReadOnlyList<T> Changes, bool IsGone = false, bool IsHeldBack = false);
