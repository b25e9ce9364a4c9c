using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

// The body never names the author.
internal sealed record PostThoughtRequest(string? Text);

internal static class PostThoughtEndpoint
{
    private const string KeyHeader = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/me/thoughts", HandleAsync).AcceptsBody<PostThoughtRequest>().RequireAuthorization()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Created<Thought>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Body<PostThoughtRequest> body, HttpContext context, ClaimsPrincipal user, IThoughts thoughts, CancellationToken cancellationToken)
    {
        // Two of them are one wrong one: joined by a comma.
        var key = context.Request.Headers.TryGetValue(KeyHeader, out var sent) ? sent.ToString() : null;
        var result = await thoughts.PostAsync(new(user.Username(), body.Value.Text ?? "", key), cancellationToken);
        if (result.Position is { } position) new WrittenPosition(position, user.Username()).Set(context);
        return result switch
        {
            { Thought: { } thought } => TypedResults.Created($"/api/thoughts/{thought.Id}/", thought),
            { Refusal: PostThoughtRefusal.AuthorDeleted } => TypedResults.Problem(
                "This account is deleted, and nothing more can be posted from it.", statusCode: StatusCodes.Status403Forbidden),
            { Refusal: PostThoughtRefusal.KeyReused } => TypedResults.Problem(
                $"This {KeyHeader} was sent with another text within the last 24 hours. Make a new key for a new thought.",
                statusCode: StatusCodes.Status422UnprocessableEntity),
            _ => TypedResults.ValidationProblem(result.Errors),
        };
    }
}
