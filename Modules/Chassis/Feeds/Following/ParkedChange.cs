namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>A change that could not be applied and was put aside, so that the rest of the feed goes on.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="Cursor">The place of the change in the feed.</param>
/// <param name="Reason">Why it could not be applied.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="ParkedAt">When it was put aside, in UTC.</param>
public sealed record ParkedChange(long Id, FeedCursor Cursor, string Reason, int Tries, DateTime ParkedAt);
