using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Contracts;

/// <summary>A page of matches, or what is wrong with the query.</summary>
/// <param name="Items">
/// The matches in the order asked for. Fewer than the limit with a <paramref name="Next"/> means that a search too slow for its time
/// limit looked through a part of the thoughts, or that those ranked together end here; the next page goes on from there.
/// </param>
/// <param name="Next">Cursor of the page after this one; null on the last.</param>
/// <param name="Previous">Cursor of the page before this one; null on the first, or the first of those ranked together.</param>
/// <param name="Errors">
/// Messages by parameter of the API: <c>q</c>, <c>from</c>, <c>after</c>, <c>before</c>, <c>order</c>, <c>limit</c>, <c>cursor</c>;
/// empty when the query was valid.
/// </param>
public sealed record SearchResult(
    IReadOnlyList<SearchMatch> Items, string? Next, string? Previous, IDictionary<string, string[]> Errors)
{
    /// <summary>How a text with operators was understood, for example <c>with “plat”, by “bruce”</c>; null for one without, or from a previous version.</summary>
    public string? Reading { get; init; }

    /// <summary>Sentences about what was read or done otherwise than one might expect, such as a date that is none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A page was found, be it an empty one.</summary>
    /// <param name="items">The matches.</param>
    /// <param name="next">Cursor of the page after this one, if any.</param>
    /// <param name="previous">Cursor of the page before this one, if any.</param>
    /// <returns>The result.</returns>
    public static SearchResult Found(IReadOnlyList<SearchMatch> items, string? next, string? previous) =>
        new(items, next, previous, new Dictionary<string, string[]>());

    /// <summary>The query was refused.</summary>
    /// <param name="errors">Messages by parameter.</param>
    /// <returns>The result.</returns>
    public static SearchResult Invalid(IDictionary<string, string[]> errors) => new([], null, null, errors);
}

/// <summary>A thought that matches.</summary>
/// <param name="Thought">The thought.</param>
/// <param name="Highlights">Where its text matches, in order and without overlap.</param>
public sealed record SearchMatch(Thought Thought, IReadOnlyList<Highlight> Highlights);

/// <summary>A stretch of the text that matched.</summary>
/// <param name="Start">Its first character, counted from 0 in UTF-16 code units, as JavaScript and C# count.</param>
/// <param name="Length">Its length, in the same units.</param>
public sealed record Highlight(int Start, int Length);
