namespace MyThoughts.Search.FindThoughts;

/// <summary>A part of the table and how to look through it.</summary>
/// <param name="Window">The part.</param>
/// <param name="Way">How.</param>
/// <param name="Segments">With <see cref="Way.Index"/>, the segments to ask the index for; null for all at once.</param>
internal sealed record SearchStep(Window Window, Way Way, IReadOnlyList<long>? Segments = null)
{
    public static SearchStep Walk(Window window) => new(window, Way.Walk);

    public static SearchStep Whole(Window window) => new(window, Way.Index);

    public static SearchStep Of(Window window, params IReadOnlyList<long> segments) => new(window, Way.Index, segments);
}

/// <summary>How a part of the table is looked through.</summary>
internal enum Way
{
    /// <summary>The first few thoughts: they have a page of what is common, whatever is known of it.</summary>
    Peek,

    /// <summary>One thought after the other in the order of the ids, until enough are found: cheap when many match.</summary>
    Walk,

    /// <summary>All that a text index gives, sorted: cheap when few match.</summary>
    Index,
}
