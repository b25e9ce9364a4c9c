namespace MyThoughts.Chassis.Feeds;

/// <summary>How a feed stands at this moment.</summary>
/// <param name="Rows">How many rows it has, tombstones included: what a rebuild reads.</param>
/// <param name="Head">The place of the last change committed; <see cref="FeedCursor.Start"/> when there is none.</param>
/// <param name="Readers">Everybody who follows it, by name.</param>
public sealed record FeedStatus(long Rows, FeedCursor Head, IReadOnlyList<FeedReaderStatus> Readers);

/// <summary>How far a reader of a feed has come.</summary>
/// <param name="Name">Its name, and the database that its cursor is in: <c>search@1f0c9ab2</c>.</param>
/// <param name="Applied">The last change it has applied, as it said itself.</param>
/// <param name="Behind">How many changes it has not applied yet; 10,000 stands for as many or more.</param>
/// <param name="LastSeen">When it asked last, in UTC, to some ten seconds; null when it never has.</param>
public sealed record FeedReaderStatus(string Name, FeedCursor Applied, long Behind, DateTime? LastSeen);
