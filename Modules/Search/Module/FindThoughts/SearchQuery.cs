using System.Globalization;
using MyThoughts.Search.Contracts;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>A valid search, read from one that <see cref="SearchThoughtsValidator"/> let pass.</summary>
internal sealed record SearchQuery(string? Text, string? From, DateTime? After, DateTime? Before, int Limit, PageCursor? Cursor)
{
    public static SearchQuery Of(SearchThoughts search) => new(
        NullIfEmpty(search.Text),
        NullIfEmpty(search.From),
        Rfc3339.TryParse(search.After ?? "", out var after) ? after : null,
        Rfc3339.TryParse(search.Before ?? "", out var before) ? before : null,
        int.TryParse(search.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : SearchThoughts.DefaultLimit,
        PageCursor.TryParse(search.Cursor ?? "", out var cursor) ? cursor : null);

    /// <summary>Whether a thought that is not in the table would be found.</summary>
    public bool Matches(Thought thought) =>
        (Text is null || Folding.Fold(thought.Text).Contains(Folding.Fold(Text), StringComparison.Ordinal))
        && (From is null || Folding.Fold(thought.Username) == Folding.Fold(From))
        && (After is null || thought.Timestamp >= After)
        && (Before is null || thought.Timestamp < Before);

    // An empty parameter is what a form sends for a field left blank.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
