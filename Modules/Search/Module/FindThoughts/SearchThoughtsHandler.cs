using FluentValidation;
using MyThoughts.Search.Contracts;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.FindThoughts;

internal sealed class SearchThoughtsHandler(ThoughtTable table, IValidator<SearchThoughts> validator)
{
    public async Task<SearchResult> HandleAsync(SearchThoughts search, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(search, cancellationToken);
        if (!validation.IsValid) return SearchResult.Invalid(validation.ToDictionary());

        var query = SearchQuery.Of(search);
        return query.Cursor is { Newer: true } cursor && await NewerPageAsync(query, cursor, cancellationToken) is { } newer
            ? newer
            : await OlderPageAsync(query, cancellationToken);
    }

    // Null when the newest page is within reach, or out of reach in time: then that page is the answer, and a full one.
    private async Task<SearchResult?> NewerPageAsync(SearchQuery query, PageCursor cursor, CancellationToken cancellationToken)
    {
        try
        {
            var found = await table.NewerThanAsync(cursor.Id, query, query.Limit + 1, cancellationToken);
            if (found.Count <= query.Limit) return null;
            var page = found.Take(query.Limit).Reverse().ToList();
            return Page(query, page, Older(page[^1].Id), Newer(page[0].Id));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return null;
        }
    }

    private async Task<SearchResult> OlderPageAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var from = query.Cursor is { Newer: false } cursor ? cursor.Id : long.MaxValue;
        // What precedes this page are the matches from the cursor's thought on, whether or not this page has any.
        var previous = from == long.MaxValue ? null : Newer(from - 1);
        try
        {
            var found = await table.OlderThanAsync(from, query, query.Limit + 1, cancellationToken);
            return Page(query, found, NextOf(query, found), previous);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            var part = await table.PartOlderThanAsync(from, query, query.Limit + 1, cancellationToken);
            var next = NextOf(query, part.Thoughts) ?? (part.OldestLookedAt is { } oldest ? Older(oldest) : null);
            return Page(query, part.Thoughts, next, previous);
        }
    }

    private static string? NextOf(SearchQuery query, IReadOnlyList<Thought> found) =>
        found.Count > query.Limit ? Older(found[query.Limit - 1].Id) : null;

    private static SearchResult Page(SearchQuery query, IEnumerable<Thought> found, string? next, string? previous) =>
        SearchResult.Found(
            [.. found.Take(query.Limit).Select(thought => new SearchMatch(thought, Folding.FindAll(query.Text, thought.Text)))],
            next,
            previous);

    private static string Older(long id) => new PageCursor(Newer: false, id).ToString();

    private static string Newer(long id) => new PageCursor(Newer: true, id).ToString();
}
