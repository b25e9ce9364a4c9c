using MyThoughts.Chassis.Feeds;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Feed;

/// <summary>A row of the feed, in the order of its columns.</summary>
internal sealed record ChangeRow(long Epoch, string Xid, long Position, long Id, string Username, DateTime Creation, bool IsDeleted)
{
    public static readonly FeedTable Table = new(
        "users", "account", "id, username, created_at AS creation, deleted_at IS NOT NULL AS IsDeleted");

    public UserChange ToChange() => new(
        FeedCursor.Read(Epoch, Xid, Position), Id, Username, IsDeleted ? null : new(Id, Username, Creation));
}
