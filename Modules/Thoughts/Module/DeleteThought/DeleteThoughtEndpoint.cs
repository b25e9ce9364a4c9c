using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>A deletion that some readers of the feed have not heard of yet.</summary>
/// <param name="WaitingFor">Names of the modules that may still show the thought.</param>
internal sealed record PendingDeletion(IReadOnlyList<string> WaitingFor);

internal static class DeleteThoughtEndpoint
{
    // Long enough for readers that are up to date, short enough for somebody who waits for the answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/api/me/thoughts/{id}", DeleteOwnAsync).RequireAuthorization()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/admin/thoughts/{id}", DeleteAnyAsync);
    }

    // Done when every reader of the feed has passed it. Until then it is accepted, and asking again tells whether it is done.
    private static async Task<Results<NoContent, Accepted<PendingDeletion>, ProblemHttpResult>> DeleteOwnAsync(
        string id, ClaimsPrincipal user, IThoughts thoughts, CancellationToken cancellationToken)
    {
        if (!ThoughtId.TryParse(id, out var number)) return NotFound;
        var result = await thoughts.DeleteAsync(new(number, user.Username()), cancellationToken);
        if (result.Outcome == DeleteThoughtOutcome.NotYours)
            return TypedResults.Problem("This thought is somebody else's. You can delete your own.", statusCode: StatusCodes.Status403Forbidden);
        if (result.Position is not { } position) return NotFound;
        var waitingFor = await thoughts.WaitUntilPassedAsync(position, LongestWait, cancellationToken);
        return waitingFor.Count == 0 ? TypedResults.NoContent() : TypedResults.Accepted((string?)null, new PendingDeletion(waitingFor));
    }

    // 204 also when it was not there: whoever asks twice wants the same thing twice.
    private static async Task<NoContent> DeleteAnyAsync(string id, IThoughts thoughts, CancellationToken cancellationToken)
    {
        if (ThoughtId.TryParse(id, out var number)) await thoughts.DeleteAsync(new(number, Username: null), cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult NotFound =>
        TypedResults.Problem("There is no thought with this id, or it was deleted.", statusCode: StatusCodes.Status404NotFound);
}
