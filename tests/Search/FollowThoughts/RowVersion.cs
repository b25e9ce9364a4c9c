using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>One state of one thought, as a writer committed it. No two have the same text; a deletion has none.</summary>
internal sealed record RowVersion(long Id, FeedCursor Cursor, string? Text);
