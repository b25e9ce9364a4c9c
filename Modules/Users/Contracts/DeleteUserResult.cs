using System.Text.Json.Serialization;
using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Users.Contracts;

/// <summary>What became of a <see cref="DeleteUser"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Position">Where the deletion stands in the feed; null unless deleted.</param>
/// <param name="RetryAfter">When to come back; null unless there were too many attempts or too many at once.</param>
public sealed record DeleteUserResult(DeleteUserOutcome Outcome, FeedCursor? Position = null, TimeSpan? RetryAfter = null);

/// <summary>How a <see cref="DeleteUser"/> ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeleteUserOutcome>))]
public enum DeleteUserOutcome
{
    /// <summary>The password is wrong, or there is no such account any more.</summary>
    Refused,

    /// <summary>The account is deleted.</summary>
    Deleted,

    /// <summary>Too many wrong passwords for this name from this network, or from this network at all.</summary>
    TooManyAttempts,

    /// <summary>Too many passwords are being checked at the moment.</summary>
    Busy,
}
