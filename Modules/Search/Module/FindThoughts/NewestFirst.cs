using MyThoughts.Search.Contracts;
using MyThoughts.Search.Language;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>A page of matches in the order of their ids, the newest first.</summary>
internal sealed class NewestFirst(ThoughtTable table)
{
    /// <summary>Finds it.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="own">Matches among what the asker has just posted, some of which the table may know.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public async Task<SearchResult> PageAsync(SearchQuery query, IReadOnlyList<Thought> own, CancellationToken cancellationToken) =>
        query.Cursor is { Newer: true } cursor && await NewerPageAsync(query, cursor, own, cancellationToken) is { } newer
            ? newer
            : await OlderPageAsync(query, own, cancellationToken);

    // Null when the newest page is within reach, or out of reach in time: then that page is the answer, and a full one.
    private async Task<SearchResult?> NewerPageAsync(
        SearchQuery query, PageCursor cursor, IReadOnlyList<Thought> own, CancellationToken cancellationToken)
    {
        if (cursor.Id == long.MaxValue) return null;
        var window = Window.Everything with { Oldest = cursor.Id + 1 };
        var known = await table.FindAsync(window, Direction.Newer, query, query.Limit + 1, cancellationToken);
        var found = known.Thoughts.Concat(own.Where(thought => window.Has(thought.Id))).DistinctBy(thought => thought.Id)
            .OrderBy(thought => thought.Id).Take(query.Limit + 1).ToList();
        if (known.Rest is not null || found.Count <= query.Limit) return null;
        var page = found.Take(query.Limit).Reverse().ToList();
        return Page(query, page, Older(page[^1].Id), Newer(page[0].Id));
    }

    private async Task<SearchResult> OlderPageAsync(SearchQuery query, IReadOnlyList<Thought> own, CancellationToken cancellationToken)
    {
        var window = Window.Everything with { Below = query.Cursor is { Newer: false } cursor ? cursor.Id : long.MaxValue };
        // What precedes this page are the matches from the cursor's thought on, whether or not this page has any.
        var previous = window.Below == long.MaxValue ? null : Newer(window.Below - 1);
        var known = await table.FindAsync(window, Direction.Older, query, query.Limit + 1, cancellationToken);
        var lookedAt = known.Rest is { } rest ? window.After(rest, Direction.Newer) : window;
        var found = Matches.NewestFirst(known.Thoughts, own.Where(thought => lookedAt.Has(thought.Id)), query.Limit + 1);
        if (NextOf(query, found) is { } next) return Page(query, found, next, previous);
        return known.Rest is null
            ? Page(query, found, null, previous)
            : Page(query, found, Older(lookedAt.Oldest), previous) with { Notes = [Notes.OnlyPart] };
    }

    private static string? NextOf(SearchQuery query, List<Thought> found) =>
        found.Count > query.Limit ? Older(found[query.Limit - 1].Id) : null;

    private static SearchResult Page(SearchQuery query, IEnumerable<Thought> found, string? next, string? previous) =>
        SearchResult.Found(Matches.Marked(found.Take(query.Limit), query), next, previous);

    private static string Older(long id) => new PageCursor(Newer: false, id).ToString();

    private static string Newer(long id) => new PageCursor(Newer: true, id).ToString();
}
