using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Chassis.Tests.Feeds;

/// <summary>A change of a feed that the tests make up; without text it is a deletion.</summary>
internal sealed record Note(FeedCursor Cursor, long Id, string? Text) : IFeedChange;
