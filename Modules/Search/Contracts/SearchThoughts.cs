namespace MyThoughts.Search.Contracts;

/// <summary>A search as people or programs ask it; every part as it came, so that the module alone decides what is valid.</summary>
public sealed record SearchThoughts
{
    /// <summary>The longest text to look for, in Unicode code points: no thought is longer.</summary>
    public const int LongestText = 250;

    /// <summary>Size of a page when no limit is given.</summary>
    public const int DefaultLimit = 20;

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

    /// <summary>
    /// What the answer to the asker's last write said of where it went (<c>X-Feed-Position</c>, or the cookie <c>written</c>): what they
    /// posted is found even if search has not caught up with it. Null for who has written nothing; nonsense is ignored.
    /// </summary>
    public string? Written { get; init; }

    /// <summary>Which page, as <see cref="SearchResult.Next"/> or <see cref="SearchResult.Previous"/> of another one said.</summary>
    public string? Cursor { get; init; }
}
