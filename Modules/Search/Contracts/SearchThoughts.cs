namespace MyThoughts.Search.Contracts;

/// <summary>A search as people or programs ask it; every part as it came, so that the module alone decides what is valid.</summary>
public sealed record SearchThoughts
{
    /// <summary>The longest text to look for, in Unicode code points: no thought is longer.</summary>
    public const int LongestText = 250;

    /// <summary>The order of a list of news: the latest first.</summary>
    public const string Newest = "newest";

    /// <summary>
    /// The order of an answer to a question: the best match first. Better is what matches more of the terms; then more of them as whole
    /// words; then what has them more often; then the shorter text; then the newer thought. Ranked together are the newest
    /// <see cref="RankedTogether"/> matches, after those the next, so either order leads to every match.
    /// </summary>
    public const string BestMatch = "best";

    /// <summary>How many matches are ranked at a time.</summary>
    public const int RankedTogether = 1_000;

    /// <summary>Size of a page when no limit is given.</summary>
    public const int DefaultLimit = 20;

    /// <summary>
    /// What to look for. A text without operators finds the thoughts that contain it, whatever its case; null or empty finds everybody's.
    /// With <c>"a phrase"</c>, <c>-without</c>, <c>OR</c>, <c>word:whole</c>, <c>from:name</c>, <c>before:2026-01-31</c> or <c>after:2026-01-01</c> in it, it is
    /// terms that must all hold. Any text is valid: what is no operator is text.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Only thoughts of this author, compared without case.</summary>
    public string? From { get; init; }

    /// <summary>Only thoughts posted at or after this RFC 3339 date or time.</summary>
    public string? After { get; init; }

    /// <summary>Only thoughts posted before this RFC 3339 date or time.</summary>
    public string? Before { get; init; }

    /// <summary>The order: <see cref="Newest"/>, the default, or <see cref="BestMatch"/>.</summary>
    public string? Order { get; init; }

    /// <summary>Size of the page, 1 to 100; 20 when absent.</summary>
    public string? Limit { get; init; }

    /// <summary>
    /// What the answer to the asker's last write said of where it went (<c>X-Feed-Position</c>, or the cookie <c>written</c>): what they
    /// posted is found even if search has not caught up with it. Null for who has written nothing; nonsense is ignored.
    /// </summary>
    public string? Written { get; init; }

    /// <summary>Which page, as <see cref="SearchResult.Next"/> or <see cref="SearchResult.Previous"/> of another one in this order said.</summary>
    public string? Cursor { get; init; }
}
