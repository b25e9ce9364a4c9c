namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Which module follows which feed. Both are constants from the map.</summary>
/// <param name="Reader">The module that follows; its name is the reader's.</param>
/// <param name="Schema">Its schema, with the tables <c>cursor</c> and <c>parked</c>.</param>
/// <param name="Feed">The module whose feed it is.</param>
internal sealed record FollowedFeed(string Reader, string Schema, string Feed);
