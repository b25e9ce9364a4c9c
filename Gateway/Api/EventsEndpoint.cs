using MyThoughts.Chassis.Http;

namespace MyThoughts.Gateway.Api;

/// <summary>What happens, as it happens, as server-sent events.</summary>
internal static class EventsEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/events", ListenAsync).WithTags("reads");

    private static async Task<IResult> ListenAsync(HttpContext context, EventStreams streams)
    {
        if (await streams.TryRunAsync(context)) return TypedResults.Empty;
        context.Response.SetRetryAfter(TimeSpan.FromSeconds(10));
        return TypedResults.Problem(
            $"{EventStreams.Most} listen already, which is the limit of a replica. Close a page or a program that listens, or ask again later.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
