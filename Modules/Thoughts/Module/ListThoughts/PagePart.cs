using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>A part of the table to look through for a page: ids from one up to below another.</summary>
/// <param name="Oldest">The first id.</param>
/// <param name="Below">The id behind the last.</param>
/// <param name="Segments">The stretches of 131,072 ids in it, to ask the index for; null to walk from thought to thought.</param>
internal sealed record PagePart(long Oldest, long Below, long[]? Segments = null)
{
    private const int SegmentBits = 17;
    private const long ShortestWalk = 1_024;
    private const long LongestWalk = 524_288;
    private const int MostSegments = 16;

    /// <summary>All parts that follow the page before, in the order of the query.</summary>
    public static IEnumerable<PagePart> Of(ListThoughts query, long oldest, long below)
    {
        if (query.After is { } after && query.NewestFirst) below = Math.Min(below, after);
        if (query.After is { } before && !query.NewestFirst) oldest = Math.Max(oldest, before == long.MaxValue ? before : before + 1);
        var (length, together) = (ShortestWalk, 1);
        while (oldest < below)
        {
            PagePart part;
            // One walk finds a page of what is common; a second one, eight times as long, takes longer than to ask the index for a segment.
            if (length > ShortestWalk && Searchable.Is(query.Containing!))
            {
                part = Indexed(oldest, below, query.NewestFirst, together);
                together = Math.Min(2 * together, MostSegments);
            }
            else
            {
                part = query.NewestFirst ? new(Math.Max(oldest, below - length), below) : new(oldest, below - oldest > length ? oldest + length : below);
                length = Math.Min(8 * length, LongestWalk);
            }
            yield return part;
            (oldest, below) = query.NewestFirst ? (oldest, part.Oldest) : (part.Below, below);
        }
    }

    private static PagePart Indexed(long oldest, long below, bool newestFirst, int together)
    {
        var (first, last) = (oldest >> SegmentBits, (below - 1) >> SegmentBits);
        if (newestFirst) first = Math.Max(first, last - together + 1);
        else last = Math.Min(last, first + together - 1);
        var segments = new long[last - first + 1];
        for (var at = 0; at < segments.Length; at++) segments[at] = first + at;
        return new(Math.Max(oldest, first << SegmentBits), Math.Min(below, (last + 1) << SegmentBits), segments);
    }
}
