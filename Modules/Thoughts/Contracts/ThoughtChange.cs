using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>One thought's present state.</summary>
/// <param name="Cursor">Its place in the feed.</param>
/// <param name="Id">The thought's number.</param>
/// <param name="Thought">The thought, or null when it was deleted.</param>
public sealed record ThoughtChange(FeedCursor Cursor, long Id, Thought? Thought) : IFeedChange;
