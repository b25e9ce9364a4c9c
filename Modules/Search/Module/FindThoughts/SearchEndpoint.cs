using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Search.Contracts;

namespace MyThoughts.Search.FindThoughts;

internal sealed record FoundThought(long Id, string Username, string Text, DateTime Timestamp, IReadOnlyList<Highlight> Highlights);

// Clients from before there were notes get none where there is nothing to say.
internal sealed record FoundThoughts(
    IReadOnlyList<FoundThought> Items, string? Next, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Notes);

internal static class SearchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/search", HandleAsync)
        .WithSummary("Searches everybody's thoughts.")
        .WithDescription("The notes are there only when something was read otherwise than it looks, such as a date that is none.");

    // Every parameter is text here, so that a bad one is told by its name and not by the framework's.
    private static async Task<Results<Ok<FoundThoughts>, ValidationProblem>> HandleAsync(
        [Description("A text that a thought contains, whatever its case; or terms with operators: \"a phrase\", -without, this OR that, word:whole, from:name, before:2026-01-31, after:2026-01-01.")] string? q,
        [Description("Only thoughts of this author.")] string? from,
        [Description("Only thoughts posted at or after this RFC 3339 date or time.")] string? after,
        [Description("Only thoughts posted before this RFC 3339 date or time.")] string? before,
        [Description("newest (first), or best (match first).")] string? order,
        [Description("Size of the page, 1 to 100; 20 when absent.")] string? limit,
        [Description("The next of another page in this order.")] string? cursor,
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
        return TypedResults.Ok(new FoundThoughts([.. result.Items.Select(Found)], result.Next, result.Notes.Count > 0 ? result.Notes : null));
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
