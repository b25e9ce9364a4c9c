using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Search.FollowThoughts;

/// <summary>How far the read model has come.</summary>
/// <param name="Cursor">The last change applied.</param>
/// <param name="Generation">Rises with every rebuild; rows carry the one that saw them last.</param>
/// <param name="Rebuilding">Whether rows of an older generation still stand in.</param>
internal sealed record FeedState(FeedCursor Cursor, int Generation, bool Rebuilding);
