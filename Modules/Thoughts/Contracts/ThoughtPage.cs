namespace MyThoughts.Thoughts.Contracts;

/// <summary>A page of a list.</summary>
/// <param name="Thoughts">At most as many as asked for, in the order asked for.</param>
/// <param name="Next">What to give as <see cref="ListThoughts.After"/> for the page that follows; null on the last.</param>
/// <param name="IsPart">Whether the time was over before so many were found: what there may be more is behind <paramref name="Next"/>.</param>
public sealed record ThoughtPage(IReadOnlyList<Thought> Thoughts, long? Next, bool IsPart = false)
{
    /// <summary>A page out of a list of one more than it may hold, which tells whether there is a next one.</summary>
    /// <param name="thoughts">The list.</param>
    /// <param name="size">How many the page holds.</param>
    /// <returns>The page.</returns>
    public static ThoughtPage Of(IReadOnlyList<Thought> thoughts, int size) =>
        thoughts.Count > size ? new([.. thoughts.Take(size)], thoughts[size - 1].Id) : new(thoughts, null);
}
