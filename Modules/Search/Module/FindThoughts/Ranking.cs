using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

internal sealed record RankedPage(IReadOnlyList<Thought> Thoughts, RankCursor? Next, RankCursor? Previous);

/// <summary>The matches in a window, the best first; of two that are as good, the newer.</summary>
internal sealed class Ranking(IEnumerable<Thought> hits, Window window, IReadOnlyList<string> wanted)
{
    private readonly List<Place> places =
        [.. hits.Select(thought => new Place(Score.Of(wanted, thought.Text), thought)).OrderByDescending(place => place.Key)];

    public Window Window => window;

    public RankedPage PageAt(RankCursor cursor, int limit)
    {
        var key = (cursor.Score, cursor.Id);
        var start = cursor.Better
            ? Math.Max(0, places.Count(place => place.Key.CompareTo(key) > 0) - limit)
            : places.Count(place => place.Key.CompareTo(key) >= 0);
        var page = places.Skip(start).Take(limit).ToList();
        // Beyond the last one, what precedes is still known: where the cursor points.
        var first = page.Count > 0 ? page[0].Key : key;
        return new(
            [.. page.Select(place => place.Thought)],
            start + page.Count < places.Count ? At(page[^1].Key) : window.Oldest > 0 ? RankCursor.BestOf(new(0, window.Oldest)) : null,
            start > 0 ? At(first) with { Better = true } : null);
    }

    private RankCursor At((int Score, long Id) key) => new(Better: false, window, key.Score, key.Id);

    private readonly record struct Place(int Score, Thought Thought)
    {
        public (int, long) Key => (Score, Thought.Id);
    }
}
