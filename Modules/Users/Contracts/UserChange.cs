using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Users.Contracts;

/// <summary>One account's present state.</summary>
/// <param name="Cursor">Its place in the feed.</param>
/// <param name="Id">Number of the account.</param>
/// <param name="Username">The name as registered, which it keeps when it is deleted.</param>
/// <param name="User">The person, or null when the account was deleted.</param>
public sealed record UserChange(FeedCursor Cursor, long Id, string Username, User? User) : IFeedChange;
