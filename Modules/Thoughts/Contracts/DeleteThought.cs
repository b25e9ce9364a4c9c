using System.Text.Json.Serialization;
using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>Asks the module to delete a thought for good.</summary>
/// <param name="Id">The thought's number.</param>
/// <param name="Username">Whose thought it must be; null when an administrator asks, who may delete anybody's.</param>
public sealed record DeleteThought(long Id, string? Username);

/// <summary>What became of a <see cref="DeleteThought"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Position">Where the deletion stands in the feed, also when it was made earlier; null when there is none.</param>
public sealed record DeleteThoughtResult(DeleteThoughtOutcome Outcome, FeedCursor? Position = null);

/// <summary>How a <see cref="DeleteThought"/> ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeleteThoughtOutcome>))]
public enum DeleteThoughtOutcome
{
    /// <summary>There is no such thought; somebody else's that was deleted counts as none.</summary>
    NotFound,

    /// <summary>It is deleted, now or before.</summary>
    Deleted,

    /// <summary>It is somebody else's.</summary>
    NotYours,
}
