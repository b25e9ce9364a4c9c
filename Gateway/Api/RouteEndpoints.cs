using Microsoft.AspNetCore.Http.HttpResults;
using MyThoughts.Gateway.Control;

namespace MyThoughts.Gateway.Api;

/// <summary>Routes with their sides, hosts and live figures. The ETag is the version of the state.</summary>
internal static class RouteEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/routes").WithTags("reads").WithMetadata(new TellsVersion()).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        reads.MapGet("", AllAsync).WithName("listRoutes").WithSummary("Reads all routes with their sides, hosts, live figures and last change.");
        reads.MapGet("/{route}", OneAsync).WithName("readRoute").WithSummary("Reads one route with its sides, hosts, live figures and last change.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<TrafficOverview>, ProblemHttpResult>> AllAsync(RouteOverviews overviews, HttpContext context, CancellationToken cancellationToken)
    {
        if (await overviews.ReadAsync(cancellationToken) is not { } all) return ReadEndpoints.NoState;
        context.Response.Headers.ETag = ChangeAnswer.TagOf(all.Version);
        return TypedResults.Ok(all);
    }

    private static async Task<Results<Ok<RouteOverview>, ProblemHttpResult>> OneAsync(
        string route, RouteOverviews overviews, HttpContext context, CancellationToken cancellationToken)
    {
        if (await overviews.ReadAsync(cancellationToken) is not { } all) return ReadEndpoints.NoState;
        context.Response.Headers.ETag = ChangeAnswer.TagOf(all.Version);
        if (all.Routes.FirstOrDefault(one => one.Name == route) is { } found) return TypedResults.Ok(found);
        return TypedResults.Problem(
            $"There is no route '{route}'. The routes are {string.Join(", ", all.Routes.Select(one => one.Name))}.", statusCode: StatusCodes.Status404NotFound);
    }
}
