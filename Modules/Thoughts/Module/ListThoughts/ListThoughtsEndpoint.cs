using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal static class ListThoughtsEndpoint
{
    /// <summary>Says that a page is short because the time was over, and not because there is no more: the next link goes on.</summary>
    internal const string PartHeader = "X-Search-Incomplete";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/thoughts", (
            [AsParameters] ListRequest request, HttpContext context, IThoughts thoughts, CancellationToken cancellationToken) =>
            HandleAsync(request, new(Containing: string.IsNullOrEmpty(request.Search) ? null : request.Search), context, thoughts, cancellationToken)).LimitWholeLists();
        routes.MapGet("/api/me/thoughts", (
            [AsParameters] ListRequest request, ClaimsPrincipal user, HttpContext context, IThoughts thoughts, CancellationToken cancellationToken) =>
            HandleAsync(request with { Search = null }, new(user.Username()), context, thoughts, cancellationToken)).RequireAuthorization().LimitWholeLists();
    }

    private static async Task<Results<Ok<IAsyncEnumerable<Thought>>, Ok<IReadOnlyList<Thought>>, ValidationProblem>> HandleAsync(
        ListRequest request, ListThoughts query, HttpContext context, IThoughts thoughts, CancellationToken cancellationToken)
    {
        var errors = request.Read(out var limit, out var after);
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        if (limit is not { } size)
            return TypedResults.Ok(await thoughts.ListAsync(query with { After = after }, cancellationToken).BeginAsync(context));

        var page = await thoughts.PageAsync(query with { After = after, Limit = size }, cancellationToken);
        if (page.Next is { } next) context.Response.Headers.Link = NextLink(context.Request.Path, request, next);
        if (page.IsPart) context.Response.Headers[PartHeader] = "true";
        return TypedResults.Ok(page.Thoughts);
    }

    // The path only: a gateway's name is not ours to know.
    private static string NextLink(PathString path, ListRequest request, long cursor)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(request.Search)) query.Add("search", request.Search);
        query.Add("limit", request.Limit!);
        query.Add("cursor", cursor.ToString(CultureInfo.InvariantCulture));
        return $"<{path.ToUriComponent()}{query}>; rel=\"next\"";
    }
}
