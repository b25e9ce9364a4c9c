namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>How far a module has come with a feed it follows: its row in <c>&lt;schema&gt;.cursor</c>.</summary>
/// <param name="Cursor">The last change applied.</param>
/// <param name="Generation">Rises with every rebuild; rows carry the one that saw them last.</param>
/// <param name="Rebuilding">Whether rows of an older generation still stand in.</param>
/// <param name="ModelVersion">Which version of the code the model was built for.</param>
/// <param name="Rebuilt">How many changes the present rebuild has applied, or the last one had.</param>
internal sealed record FeedState(FeedCursor Cursor, int Generation, bool Rebuilding, int ModelVersion, long Rebuilt);
