using System.Collections.ObjectModel;

namespace MyThoughts.Chassis.Pages;

/// <summary>What the partial <c>_ThoughtCards</c> shows: a thought as an article.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Username">Its author.</param>
/// <param name="Text">Its text, as stored.</param>
/// <param name="Timestamp">When it was posted, in UTC.</param>
public sealed record ThoughtCard(long Id, string Username, string Text, DateTime Timestamp)
{
    /// <summary>Stretches of the text that matched a search, in any order.</summary>
    public IReadOnlyList<TextRange> Highlights { get; init; } = [];

    /// <summary>Usernames by the names with which the text mentions them: only those become links.</summary>
    public IReadOnlyDictionary<string, string> People { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether it is the subject of its page rather than one of a list: it is set larger and its time is written out.</summary>
    public bool IsAlone { get; init; }
}
