namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Which module follows which feed. Both are constants from the map.</summary>
/// <param name="Reader">The module that follows; its name is the reader's.</param>
/// <param name="Schema">Its schema, with the tables <c>cursor</c> and <c>parked</c>.</param>
/// <param name="Feed">The module whose feed it is.</param>
internal sealed record FollowedFeed(string Reader, string Schema, string Feed)
{
    /// <summary>The name under which the feed notes how far the reader has come; empty when it is the module's own.</summary>
    // Whoever deletes waits for all who may still show what is deleted. The module itself does not: it has the deletion first.
    public string NotedAs => Reader == Feed ? "" : Reader;
}
