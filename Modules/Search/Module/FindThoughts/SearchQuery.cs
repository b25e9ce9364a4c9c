using System.Globalization;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.Language;

namespace MyThoughts.Search.FindThoughts;

/// <summary>A valid search, read from one that <see cref="SearchThoughtsValidator"/> let pass.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Conditions">What was typed and what the other parameters say: all must hold; of the terms within each, one is enough.</param>
/// <param name="BestFirst">The order: newest first unless this.</param>
/// <param name="Limit">Size of the page.</param>
/// <param name="Cursor">Which page, newest first.</param>
/// <param name="Rank">Which page, best first.</param>
internal sealed record SearchQuery(
    ParsedText Text, IReadOnlyList<IReadOnlyList<Term>> Conditions, bool BestFirst, int Limit, PageCursor? Cursor, RankCursor? Rank)
{
    public static SearchQuery Of(SearchThoughts search)
    {
        var text = QueryParser.Parse(search.Text ?? "");
        return new(
            text,
            [.. text.Conditions, .. Parameters(search).Select(term => new[] { term })],
            search.Order == SearchThoughts.BestMatch,
            int.TryParse(search.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : SearchThoughts.DefaultLimit,
            PageCursor.TryParse(search.Cursor ?? "", out var cursor) ? cursor : null,
            RankCursor.TryParse(search.Cursor ?? "", out var rank) ? rank : null);
    }

    // An empty parameter is what a form sends for a field left blank.
    private static IEnumerable<Term> Parameters(SearchThoughts search)
    {
        if (!string.IsNullOrEmpty(search.From)) yield return new Term.By(search.From);
        if (Rfc3339.TryParse(search.After ?? "", out var after)) yield return new Term.Since(after);
        if (Rfc3339.TryParse(search.Before ?? "", out var before)) yield return new Term.Before(before);
    }
}
