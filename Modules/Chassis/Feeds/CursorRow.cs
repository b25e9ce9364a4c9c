using System.Globalization;

namespace MyThoughts.Chassis.Feeds;

/// <summary>A cursor as it crosses the border to the database: Npgsql and Dapper know no unsigned numbers, so the xid goes as text.</summary>
internal sealed record CursorRow(long Epoch, string Xid, long Position)
{
    public FeedCursor ToCursor() => FeedCursor.Read(Epoch, Xid, Position);
}

internal static class CursorColumns
{
    public static CursorRow Columns(this FeedCursor cursor) =>
        new(cursor.Epoch, cursor.Xid.ToString(CultureInfo.InvariantCulture), cursor.Position);
}
