namespace MyThoughts.Chassis.Feeds;

/// <summary>One row's present state, as a change feed tells it. A row that changed twice may come once, at its last state.</summary>
public interface IFeedChange
{
    /// <summary>Its place in the feed.</summary>
    FeedCursor Cursor { get; }

    /// <summary>The row's number, the same in all its changes.</summary>
    long Id { get; }
}
