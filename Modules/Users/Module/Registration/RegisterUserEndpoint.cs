using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Http;

namespace MyThoughts.Users.Registration;

internal static class RegisterUserEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/admin/users", HandleAsync)
        .AcceptsBody<RegisterUserRequest>()
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<User>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Body<RegisterUserRequest> body, HttpResponse response, IUsers users, CancellationToken cancellationToken)
    {
        var result = await users.RegisterAsync(
            new(body.Value.Username ?? "", body.Value.Password ?? "", ByAdministrator: true), cancellationToken);
        if (result.RetryAfter is { } wait) response.SetRetryAfter(wait);
        return result.Outcome switch
        {
            RegisterUserOutcome.Registered => TypedResults.Created((string?)null, result.User),
            RegisterUserOutcome.Taken => TypedResults.Problem("This username is taken.", statusCode: StatusCodes.Status409Conflict),
            RegisterUserOutcome.Busy => TypedResults.Problem("Too many passwords at once.", statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => TypedResults.ValidationProblem(result.Errors.ByJsonName()),
        };
    }

    internal sealed record RegisterUserRequest(string? Username, string? Password);
}
