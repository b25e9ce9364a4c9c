using MyThoughts.Chassis.Http;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>Which thoughts to list.</summary>
/// <param name="Username">Only this author's, compared without case; null for everybody's.</param>
/// <param name="Containing">Only those whose text contains this, whatever its case; null for all.</param>
/// <param name="NewestFirst">Ids descending; otherwise ascending.</param>
/// <param name="After">Only what follows this id in the order asked for; null from the beginning.</param>
/// <param name="Limit">At most so many; null for the whole list.</param>
/// <param name="Mentioning">Only those that mention this person, compared as usernames are; null for all.</param>
/// <param name="Written">
/// Of interest together with <paramref name="Mentioning"/>: what the answer to the asker's last write said of where it went
/// (<c>X-Feed-Position</c>, or the cookie <c>written</c>). Mentions are found a moment after a thought is posted, and who says so waits
/// for that moment. Null for who has written nothing; nonsense is ignored.
/// </param>
public sealed record ListThoughts(
    string? Username = null, string? Containing = null, bool NewestFirst = false, long? After = null, int? Limit = null,
    string? Mentioning = null, string? Written = null)
{
    /// <summary>Whether no thought at all can match: nobody can have been named so, or no text is that long. Saves the question.</summary>
    public bool MatchesNothing =>
        !WellFormedText.IsStorable(Username ?? "")
        || !WellFormedText.IsStorable(Mentioning ?? "")
        || !WellFormedText.IsStorable(Containing ?? "")
        || WellFormedText.CodePoints(Containing ?? "") > ThoughtText.MaximumLength;
}
