using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>A row of the feed, in the order of its columns.</summary>
internal sealed record ChangeRow(long Epoch, string Xid, long Position, long Id, string Username, string? Text, DateTime Timestamp)
{
    public static readonly FeedTable Table = new("thoughts", "thought", "id, username, text, posted_at AS timestamp");

    public ThoughtChange ToChange() => new(
        FeedCursor.Read(Epoch, Xid, Position),
        Id,
        Text is null ? null : new Thought(Id, Username, Text, Timestamp));
}
