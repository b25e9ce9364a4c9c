using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Search.Contracts;

namespace MyThoughts.Search.FindThoughts;

internal sealed record FoundThought(long Id, string Username, string Text, DateTime Timestamp, IReadOnlyList<Highlight> Highlights);

internal sealed record FoundThoughts(IReadOnlyList<FoundThought> Items, string? Next);

internal static class SearchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/search", HandleAsync);

    // Every parameter is text here, so that a bad one is told by its name and not by the framework's.
    private static async Task<Results<Ok<FoundThoughts>, ValidationProblem>> HandleAsync(
        string? q, string? from, string? after, string? before, string? order, string? limit, string? cursor,
        HttpContext context, ISearch search, CancellationToken cancellationToken)
    {
        var query = new SearchThoughts
        {
            Text = q, From = from, After = after, Before = before, Order = order, Limit = limit, Cursor = cursor,
            Written = WrittenPosition.TextOf(context.Request),
        };
        var result = await search.SearchAsync(query, cancellationToken);
        if (result.Errors.Count > 0) return TypedResults.ValidationProblem(result.Errors);

        if (result.Next is not null) context.Response.Headers.Link = NextLink(context.Request, result.Next);
        return TypedResults.Ok(new FoundThoughts([.. result.Items.Select(Found)], result.Next));
    }

    private static FoundThought Found(SearchMatch match) =>
        new(match.Thought.Id, match.Thought.Username, match.Thought.Text, match.Thought.Timestamp, match.Highlights);

    // The path only: the gateway's name is not ours to know.
    private static string NextLink(HttpRequest request, string next)
    {
        var parameters = request.Query.Where(parameter => !parameter.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase));
        var query = new QueryBuilder(parameters) { { "cursor", next } };
        return $"</api/search/{query.ToQueryString()}>; rel=\"next\"";
    }
}
