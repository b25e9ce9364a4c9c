using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>Asks for the changes after a cursor.</summary>
/// <param name="After">The last change the reader has applied.</param>
/// <param name="Limit">At most so many changes, 1 to 1,000.</param>
/// <param name="Wait">How long to wait for the first change when there is none yet, at most 30 s.</param>
/// <param name="Reader">The reader's name, for example <c>search</c>.</param>
public sealed record ReadThoughtChanges(FeedCursor After, int Limit, TimeSpan Wait, string Reader);

/// <summary>A batch of changes in cursor order.</summary>
/// <param name="Changes">The changes; empty when the wait ended before one came.</param>
/// <param name="Gone">True when the cursor means nothing here any more (an unknown epoch, or beyond the snapshot): rebuild from the start.</param>
public sealed record ThoughtChanges(IReadOnlyList<ThoughtChange> Changes, bool Gone = false);

/// <summary>One row's present state. A row that changed twice may come once, at its last state.</summary>
/// <param name="Cursor">Its place in the feed.</param>
/// <param name="Id">The thought's number.</param>
/// <param name="Thought">The thought, or null when it was deleted.</param>
public sealed record ThoughtChange(FeedCursor Cursor, long Id, Thought? Thought);
