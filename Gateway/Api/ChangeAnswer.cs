using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Api;

/// <summary>A change that was made, or would be: with none, everything was so already.</summary>
internal sealed record ChangeMade(long Version, bool DryRun, IReadOnlyList<FieldChange> Changes);

/// <summary>Changes over HTTP: what they are based on, and how they ended.</summary>
internal static class ChangeAnswer
{
    /// <summary>The version of a strong ETag such as <c>"17"</c>; null for anything else.</summary>
    public static long? VersionOf(string? ifMatch) =>
        ifMatch is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static ProblemHttpResult VersionMissing { get; } = TypedResults.Problem(
        "Send If-Match with the ETag of the state that you saw, for example If-Match: \"17\", so that nobody's change is lost.",
        statusCode: StatusCodes.Status428PreconditionRequired);

    public static IResult From(ChangeResult result, HttpContext context)
    {
        if (result.Version > 0) context.Response.Headers.ETag = TagOf(result.Version);
        switch (result.Outcome)
        {
            case ChangeOutcome.Applied or ChangeOutcome.Unchanged or ChangeOutcome.WouldApply:
                return TypedResults.Ok(new ChangeMade(result.Version, result.Outcome == ChangeOutcome.WouldApply, result.Changes));
            case ChangeOutcome.Stale:
                return TypedResults.Problem(
                    $"The state has changed since you looked: it is at version {result.Version} now. Look again, and decide again.", statusCode: StatusCodes.Status412PreconditionFailed);
            case ChangeOutcome.Invalid:
                return TypedResults.Problem(new HttpValidationProblemDetails(result.Problems.GroupBy(problem => problem.Place, problem => problem.Message).ToDictionary(place => place.Key, place => place.ToArray()))
                {
                    Status = StatusCodes.Status422UnprocessableEntity, Title = "The change is refused.", Detail = string.Join(' ', result.Problems.Select(problem => problem.Message)),
                });
            default:
                return Unavailable(context);
        }
    }

    /// <summary>What every endpoint answers that needs the database while it is away.</summary>
    public static ProblemHttpResult Unavailable(HttpContext context)
    {
        context.Response.SetRetryAfter(RetryAfter.Moment);
        return TypedResults.Problem(
            "The gateway's database is not reachable: nothing can be changed, and history cannot be read. Traffic goes on by the last state. Try again when it is back.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
