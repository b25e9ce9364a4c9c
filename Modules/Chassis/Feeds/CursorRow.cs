using System.Globalization;

namespace MyThoughts.Chassis.Feeds;

/// <summary>A cursor as it crosses the border to the database: Npgsql and Dapper know no unsigned numbers, so the xid goes as text.</summary>
/// <param name="Epoch">The column <c>epoch</c>.</param>
/// <param name="Xid">The column <c>xid</c> as text: <c>xid::text</c> on the way out, <c>@Xid::xid8</c> on the way in.</param>
/// <param name="Position">The column <c>position</c>.</param>
public sealed record CursorRow(long Epoch, string Xid, long Position)
{
    /// <summary>The cursor that these columns are.</summary>
    /// <returns>The cursor.</returns>
    public FeedCursor ToCursor() => FeedCursor.Read(Epoch, Xid, Position);
}

/// <summary>Makes parameters of cursors.</summary>
public static class CursorColumns
{
    /// <summary>A cursor as parameters of a statement: <c>@Epoch</c>, <c>@Xid::xid8</c>, <c>@Position</c>.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <returns>The parameters.</returns>
    public static CursorRow Columns(this FeedCursor cursor) =>
        new(cursor.Epoch, cursor.Xid.ToString(CultureInfo.InvariantCulture), cursor.Position);
}
