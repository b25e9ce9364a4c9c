using System.Globalization;
using System.Text.Json.Serialization;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// A place in a change feed: what follows it is what a reader has not seen. Ordered by epoch, then transaction, then position.
/// Position alone would lose rows: a transaction that began early can commit late.
/// </summary>
/// <param name="Epoch">Rises when a schema moves to another cluster, where transaction ids start anew.</param>
/// <param name="Xid">The 64-bit id of the writing transaction (PostgreSQL's <c>xid8</c>).</param>
/// <param name="Position">A sequence number, the order within the transaction.</param>
[JsonConverter(typeof(FeedCursorJson))]
public readonly record struct FeedCursor(long Epoch, ulong Xid, long Position) : IComparable<FeedCursor>
{
    /// <summary>Before everything.</summary>
    public static FeedCursor Start => default;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">For example <c>1.7345.12</c>.</param>
    /// <param name="cursor">The cursor, or <see cref="Start"/> when the text is none.</param>
    /// <returns>Whether the text was a cursor.</returns>
    public static bool TryParse(string? text, out FeedCursor cursor)
    {
        cursor = Start;
        var parts = (text ?? "").Split('.');
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            || !ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var xid)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return false;
        cursor = new(epoch, xid, position);
        return true;
    }

    /// <summary>Makes a cursor of a row's columns. The xid is text on the way from the database: Npgsql and Dapper know no unsigned numbers.</summary>
    /// <param name="epoch">The column <c>epoch</c>.</param>
    /// <param name="xid">The column <c>xid::text</c>.</param>
    /// <param name="position">The column <c>position</c>.</param>
    /// <returns>The cursor.</returns>
    public static FeedCursor Read(long epoch, string xid, long position) => new(epoch, ulong.Parse(xid, CultureInfo.InvariantCulture), position);

    /// <inheritdoc/>
    public int CompareTo(FeedCursor other) => (Epoch, Xid, Position).CompareTo((other.Epoch, other.Xid, other.Position));

    /// <summary>The form that crosses the network: epoch, transaction and position with dots between.</summary>
    /// <returns>For example <c>1.7345.12</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Xid}.{Position}");

    /// <summary>Compares two cursors.</summary>
    public static bool operator <(FeedCursor left, FeedCursor right) => left.CompareTo(right) < 0;

    /// <summary>Compares two cursors.</summary>
    public static bool operator >(FeedCursor left, FeedCursor right) => left.CompareTo(right) > 0;

    /// <summary>Compares two cursors.</summary>
    public static bool operator <=(FeedCursor left, FeedCursor right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two cursors.</summary>
    public static bool operator >=(FeedCursor left, FeedCursor right) => left.CompareTo(right) >= 0;
}
