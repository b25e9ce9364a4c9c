namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// Which parts of the table to look through, and how, until enough is found. No single plan serves all texts: where many thoughts match,
/// a walk finds a page at once and an index gives far too much; where few match, it is the other way round; and a word that was common
/// once and is dead now is both, a segment apart. The frequencies choose; wrong ones cost time and change no answer.
/// </summary>
internal static class SearchPlan
{
    /// <summary>Fewer matches than this in the whole window are fetched at once.</summary>
    internal const long Few = 2_000;

    /// <summary>So many segments without a count worth listing are asked for in one statement.</summary>
    internal const int Together = 32;

    /// <summary>Ids that are spread wider are no sequence; they are looked through as one.</summary>
    internal const long MostSegments = 4_096;

    private const long ShortestWalk = 1_024;
    private const long LongestWalk = 65_536;
    private const long UnknownWalk = 8_192;

    // Where a walk and the index cost the same, as measured: matches² = 0.07 · wanted · thoughts.
    private const double Balance = 0.07;

    /// <summary>The steps, each beginning where the one before it ended.</summary>
    /// <param name="window">What is to be looked through, no larger than the table.</param>
    /// <param name="direction">From which end.</param>
    /// <param name="key">How often the rarest text is there.</param>
    /// <param name="wanted">How many matches are enough.</param>
    public static IEnumerable<SearchStep> Steps(Window window, Direction direction, KeyFrequency key, int wanted)
    {
        if (window.IsEmpty) yield break;
        var segments = SegmentsOf(window, direction);
        if (IsFewIn(segments, key))
        {
            // What is no word may be part of many rare ones. Its first segment tells; where it finds too little, there is little to find.
            if (!key.IsWord && segments.Count > 1)
            {
                var first = Segments.Ids(segments[0]).Within(window);
                yield return SearchStep.Of(first, segments[0]);
                window = window.After(first, direction);
            }
            yield return SearchStep.Whole(window);
            yield break;
        }
        for (var at = 0; at < segments.Count;)
        {
            var part = Segments.Ids(segments[at]).Within(window);
            if (WalkIn(segments[at], key, wanted, isFirst: at == 0) is { } ids)
            {
                var walk = part.First(ids, direction);
                yield return SearchStep.Walk(walk);
                part = part.After(walk, direction);
                if (!part.IsEmpty) yield return SearchStep.Of(part, segments[at]);
                at++;
                continue;
            }
            var together = segments.Skip(at).Take(Together).TakeWhile((segment, index) => index == 0 || (key.IsCounted(segment) && key.In(segment) == 0)).ToList();
            yield return SearchStep.Of(Segments.Ids(together[0]).Around(Segments.Ids(together[^1])).Within(window), together);
            at += together.Count;
        }
    }

    /// <summary>Whether the matches in a window are so few that they are fetched at once.</summary>
    public static bool IsFew(Window window, KeyFrequency key) => IsFewIn(SegmentsOf(window, Direction.Older), key);

    private static List<long> SegmentsOf(Window window, Direction direction)
    {
        var (oldest, newest) = (Segments.Of(window.Oldest), Segments.Of(window.Below - 1));
        var segments = new List<long>();
        if (newest - oldest >= MostSegments) return segments;
        for (var segment = oldest; segment <= newest; segment++) segments.Add(segment);
        if (direction == Direction.Older) segments.Reverse();
        return segments;
    }

    private static bool IsFewIn(List<long> segments, KeyFrequency key) =>
        segments.Count(segment => !key.IsCounted(segment)) <= 1 && segments.Sum(key.In) <= Few;

    // How many ids to walk at the beginning of a segment; null to ask the index at once.
    private static long? WalkIn(long segment, KeyFrequency key, int wanted, bool isFirst)
    {
        if (!key.IsCounted(segment)) return isFirst ? UnknownWalk : null;
        var matches = key.In(segment);
        var counted = Math.Min(Segments.Size, key.CountedBelow - Segments.Ids(segment).Oldest);
        if ((double)matches * matches <= Balance * wanted * counted) return null;
        return Math.Clamp(2 * wanted * counted / matches, ShortestWalk, LongestWalk);
    }
}
