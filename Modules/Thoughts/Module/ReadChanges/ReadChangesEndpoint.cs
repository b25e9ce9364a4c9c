using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal static class ReadChangesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/thoughts/changes", HandleAsync).ExcludeFromDescription();

    private static async Task<Results<Ok<ThoughtChanges>, ProblemHttpResult>> HandleAsync(
        IThoughts thoughts, CancellationToken cancellationToken,
        FeedCursor? after = null, int limit = 100, double wait = 0, string reader = "")
    {
        var changes = await thoughts.ChangesAsync(new(after ?? FeedCursor.Start, limit, TimeSpan.FromSeconds(Math.Clamp(wait, 0, 30)), reader), cancellationToken);
        return changes.Gone
            ? TypedResults.Problem("This feed does not know the cursor: start again from the beginning.", statusCode: StatusCodes.Status410Gone)
            : TypedResults.Ok(changes);
    }
}
