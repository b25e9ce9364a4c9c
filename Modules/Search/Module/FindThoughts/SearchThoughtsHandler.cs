using FluentValidation;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.ReadYourWrites;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

internal sealed class SearchThoughtsHandler(ThoughtTable table, OwnWrites writes, IValidator<SearchThoughts> validator)
{
    public async Task<SearchResult> HandleAsync(SearchThoughts search, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(search, cancellationToken);
        if (!validation.IsValid) return SearchResult.Invalid(validation.ToDictionary());

        var query = SearchQuery.Of(search);
        var own = (await writes.FindAsync(search.Written, cancellationToken)).Where(query.Matches).ToList();
        return query.Cursor is { Newer: true } cursor && await NewerPageAsync(query, cursor, own, cancellationToken) is { } newer
            ? newer
            : await OlderPageAsync(query, own, cancellationToken);
    }

    // Null when the newest page is within reach, or out of reach in time: then that page is the answer, and a full one.
    private async Task<SearchResult?> NewerPageAsync(
        SearchQuery query, PageCursor cursor, List<Thought> own, CancellationToken cancellationToken)
    {
        try
        {
            var known = await table.NewerThanAsync(cursor.Id, query, query.Limit + 1, cancellationToken);
            var found = Merge(known, own.Where(thought => thought.Id > cursor.Id)).OrderBy(thought => thought.Id).Take(query.Limit + 1).ToList();
            if (found.Count <= query.Limit) return null;
            var page = found.Take(query.Limit).Reverse().ToList();
            return Page(query, page, Older(page[^1].Id), Newer(page[0].Id));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return null;
        }
    }

    private async Task<SearchResult> OlderPageAsync(SearchQuery query, List<Thought> own, CancellationToken cancellationToken)
    {
        var from = query.Cursor is { Newer: false } cursor ? cursor.Id : long.MaxValue;
        // What precedes this page are the matches from the cursor's thought on, whether or not this page has any.
        var previous = from == long.MaxValue ? null : Newer(from - 1);
        try
        {
            var known = await table.OlderThanAsync(from, query, query.Limit + 1, cancellationToken);
            var found = NewestFirst(known, own, from, query);
            return Page(query, found, NextOf(query, found), previous);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            var part = await table.PartOlderThanAsync(from, query, query.Limit + 1, cancellationToken);
            var found = NewestFirst(part.Thoughts, own.Where(thought => thought.Id >= (part.OldestLookedAt ?? 0)), from, query);
            var next = NextOf(query, found) ?? (part.OldestLookedAt is { } oldest ? Older(oldest) : null);
            return Page(query, found, next, previous);
        }
    }

    private static List<Thought> NewestFirst(IReadOnlyList<Thought> known, IEnumerable<Thought> own, long from, SearchQuery query) =>
        [.. Merge(known, own.Where(thought => thought.Id < from)).OrderByDescending(thought => thought.Id).Take(query.Limit + 1)];

    // Of the author's newest thoughts the table knows some.
    private static IEnumerable<Thought> Merge(IReadOnlyList<Thought> known, IEnumerable<Thought> own) => known.Concat(own).DistinctBy(thought => thought.Id);

    private static string? NextOf(SearchQuery query, List<Thought> found) =>
        found.Count > query.Limit ? Older(found[query.Limit - 1].Id) : null;

    private static SearchResult Page(SearchQuery query, IEnumerable<Thought> found, string? next, string? previous) =>
        SearchResult.Found(
            [.. found.Take(query.Limit).Select(thought => new SearchMatch(thought, Folding.FindAll(query.Text, thought.Text)))],
            next,
            previous);

    private static string Older(long id) => new PageCursor(Newer: false, id).ToString();

    private static string Newer(long id) => new PageCursor(Newer: true, id).ToString();
}
