using MyThoughts.Search.Contracts;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// A page of matches in the order of their score. To rank all of a common word's would cost a second, so the newest are ranked together,
/// and after the last page of those the next. Cursors carry the window they were in, so what is posted meanwhile moves no page.
/// </summary>
internal sealed class BestMatch(ThoughtTable table)
{
    internal const string RankedInParts =
        "There are more matches than are ranked together: the best of the newest come first, then the best of the older ones.";

    private const int Most = SearchThoughts.RankedTogether;

    /// <summary>Finds it.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="own">Matches among what the asker has just posted, some of which the table may know.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public async Task<SearchResult> PageAsync(SearchQuery query, IReadOnlyList<Thought> own, CancellationToken cancellationToken)
    {
        var cursor = query.Rank ?? RankCursor.BestOf(Window.Everything);
        var ranking = await RankAsync(cursor.Window, query, own, cancellationToken);
        var page = ranking.PageAt(cursor, query.Limit);
        return SearchResult.Found(Matches.Marked(page.Thoughts, query), page.Next?.ToString(), page.Previous?.ToString()) with
        {
            Notes = ranking.Window.Oldest > 0 ? [RankedInParts] : [],
        };
    }

    private async Task<Ranking> RankAsync(Window window, SearchQuery query, IReadOnlyList<Thought> own, CancellationToken cancellationToken)
    {
        var known = await table.FindAsync(window, Direction.Older, query, Most + 1, cancellationToken);
        var lookedAt = known.Rest is { } rest ? window.After(rest, Direction.Newer) : window;
        return Rank(lookedAt, known.Thoughts, query, own);
    }

    private static Ranking Rank(Window window, IReadOnlyList<Thought> known, SearchQuery query, IReadOnlyList<Thought> own)
    {
        var hits = Matches.NewestFirst(known, own.Where(thought => window.Has(thought.Id)), Most + 1);
        if (hits.Count > Most)
        {
            hits.RemoveAt(Most);
            window = window with { Oldest = hits[^1].Id };
        }
        if (hits.Count > 0) window = window with { Below = hits[0].Id + 1 };
        return new(hits, window, query.Text.Wanted);
    }
}
