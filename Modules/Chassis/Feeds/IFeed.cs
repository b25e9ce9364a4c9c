namespace MyThoughts.Chassis.Feeds;

/// <summary>A module's change feed, as a part of its contract.</summary>
/// <typeparam name="TChange">A change.</typeparam>
public interface IFeed<TChange> where TChange : class, IFeedChange
{
    /// <summary>Reads the change feed after a cursor, waiting for news when there are none.</summary>
    /// <param name="query">The cursor, the size of the batch, the longest wait, and who asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The next changes in cursor order (none when the wait ended first), or that the cursor means nothing here.</returns>
    Task<FeedChanges<TChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken);

    /// <summary>Reads one row's present state, be it newer than anything the feed has told yet.</summary>
    /// <param name="id">The row's number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The row's last change; null when there never was such a row.</returns>
    Task<TChange?> ChangeOfAsync(long id, CancellationToken cancellationToken);

    /// <summary>Waits until every reader of the feed has passed a change: whoever asked for a deletion is told then.</summary>
    /// <param name="position">The change's place in the feed.</param>
    /// <param name="wait">The longest wait, at most 30 s.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Names of the readers that have not passed it when the wait ends; empty when all have.</returns>
    Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Tells how the feed stands and how far its readers have come.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status.</returns>
    Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken);
}
