using MyThoughts.Chassis.Http;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>Which thoughts to list.</summary>
/// <param name="Username">Only this author's, compared without case; null for everybody's.</param>
/// <param name="Containing">Only those whose text contains this, whatever its case; null for all.</param>
/// <param name="NewestFirst">Ids descending; otherwise ascending.</param>
/// <param name="After">Only what follows this id in the order asked for; null from the beginning.</param>
/// <param name="Limit">At most so many; null for the whole list.</param>
public sealed record ListThoughts(
    string? Username = null, string? Containing = null, bool NewestFirst = false, long? After = null, int? Limit = null)
{
    /// <summary>Whether no thought at all can match: nobody can have been named so, or no text is that long. Saves the question.</summary>
    public bool MatchesNothing =>
        !WellFormedText.IsStorable(Username ?? "")
        || !WellFormedText.IsStorable(Containing ?? "")
        || WellFormedText.CodePoints(Containing ?? "") > ThoughtText.MaximumLength;
}
