using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Search.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>The contract for <c>RemoteSearch</c>, errors by field included: the caller shows them in its own words and form.</summary>
internal static class InternalSearchEndpoint
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/thoughts", HandleAsync);

    private static Task<SearchResult> HandleAsync(
        string? q, string? from, string? after, string? before, string? order, string? limit, string? cursor, string? written,
        ISearch search, CancellationToken cancellationToken) =>
        search.SearchAsync(
            new() { Text = q, From = from, After = after, Before = before, Order = order, Limit = limit, Cursor = cursor, Written = written },
            cancellationToken);
}
