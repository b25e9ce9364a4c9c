using System.Globalization;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal sealed record ChangeRow(long Epoch, string Xid, long Position, long Id, string Username, string? Text, DateTime Timestamp)
{
    public ThoughtChange ToChange() => new(
        new FeedCursor(Epoch, ulong.Parse(Xid, CultureInfo.InvariantCulture), Position),
        Id,
        Text is null ? null : new Thought(Id, Username, Text, Timestamp));
}
