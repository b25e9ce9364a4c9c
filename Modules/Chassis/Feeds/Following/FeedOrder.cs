namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Refuses an answer that no feed would give: applied, it would lose changes without a sound.</summary>
internal static class FeedOrder
{
    /// <exception cref="InvalidDataException">The changes are not in cursor order after the cursor, or more than were asked for.</exception>
    public static void Check<TChange>(FollowedFeed followed, FeedState state, IReadOnlyList<TChange> changes, int limit) where TChange : IFeedChange
    {
        if (changes.Count > limit) throw new InvalidDataException($"The feed of {followed.Feed} answered {changes.Count} changes, and {limit} were asked for.");
        var last = state.Cursor;
        foreach (var change in changes)
        {
            if (change.Cursor <= last) throw new InvalidDataException($"The feed of {followed.Feed} answered {change.Cursor}, which is not after {last}.");
            last = change.Cursor;
        }
    }
}
