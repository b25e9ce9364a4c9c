using MyThoughts.Chassis.Http;

namespace MyThoughts.Gateway.Api;

/// <summary>What happens, as it happens, as server-sent events.</summary>
internal static class EventsEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/events", ListenAsync).WithTags("reads")
        .WithName("listen").WithSummary("Tells changes and figures as they happen, as server-sent events.")
        .WithDescription("""
            `state`, when listening begins and whenever another revision takes effect: `version`, `at`, `by`, `reason`, `changes`.
            `figures`, every two seconds: `version`, `at`, `routes`, each with `name`, `easedShare`, `monolith` and `service`, and these with
            `requests`, `errors`, `p50`, `p99`, `visitors`, `share`, `healthy`.
            """)
        .Produces(StatusCodes.Status200OK, contentType: EventWriter.ContentType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ListenAsync(HttpContext context, EventStreams streams)
    {
        if (await streams.TryRunAsync(context)) return TypedResults.Empty;
        context.Response.SetRetryAfter(TimeSpan.FromSeconds(10));
        return TypedResults.Problem(
            $"{EventStreams.Most} listen already, which is the limit of a replica. Close a page or a program that listens, or ask again later.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
