using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

// The body never names the author.
internal sealed record PostThoughtRequest(string? Text);

internal static class PostThoughtEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/me/thoughts", HandleAsync).AcceptsBody<PostThoughtRequest>().RequireAuthorization();
        routes.MapPost("/internal/thoughts", (PostThought command, IThoughts thoughts, CancellationToken cancellationToken) =>
            thoughts.PostAsync(command, cancellationToken)).ExcludeFromDescription();
    }

    private static async Task<Results<Created<Thought>, ValidationProblem>> HandleAsync(
        Body<PostThoughtRequest> body, ClaimsPrincipal user, IThoughts thoughts, CancellationToken cancellationToken)
    {
        var result = await thoughts.PostAsync(new(user.Username(), body.Value.Text ?? ""), cancellationToken);
        return result.Thought is { } thought
            ? TypedResults.Created($"/api/thoughts/{thought.Id}/", thought)
            : TypedResults.ValidationProblem(result.Errors);
    }
}
