using System.Globalization;
using MyThoughts.Search.Contracts;

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

    // An empty parameter is what a form sends for a field left blank.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
