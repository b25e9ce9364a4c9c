using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Contracts;

/// <summary>A search as people or programs ask it; every part as it came, so that the module alone decides what is valid.</summary>
public sealed record SearchThoughts
{
    /// <summary>Text that a thought must contain, whatever its case; null or empty finds everybody's thoughts.</summary>
    public string? Text { get; init; }

    /// <summary>Only thoughts of this author, compared without case.</summary>
    public string? From { get; init; }

    /// <summary>Only thoughts posted at or after this RFC 3339 date or time.</summary>
    public string? After { get; init; }

    /// <summary>Only thoughts posted before this RFC 3339 date or time.</summary>
    public string? Before { get; init; }

    /// <summary>The order: <c>newest</c>, the default.</summary>
    public string? Order { get; init; }

    /// <summary>Size of the page, 1 to 100; 20 when absent.</summary>
    public string? Limit { get; init; }

    /// <summary>Where the last page ended, as it said in <c>next</c>.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of matches, or what is wrong with the query.</summary>
/// <param name="Items">The matches in the order asked for.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Errors">Messages by field name; empty when the query was valid.</param>
public sealed record SearchResult(IReadOnlyList<SearchMatch> Items, string? Next, IDictionary<string, string[]> Errors);

/// <summary>A thought that matches.</summary>
/// <param name="Thought">The thought.</param>
/// <param name="Highlights">Where its text matches, in order and without overlap.</param>
public sealed record SearchMatch(Thought Thought, IReadOnlyList<Highlight> Highlights);

/// <summary>A stretch of the text that matched.</summary>
/// <param name="Start">Its first character, counted from 0 in UTF-16 code units, as JavaScript and C# count.</param>
/// <param name="Length">Its length, in the same units.</param>
public sealed record Highlight(int Start, int Length);
