using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Http;

namespace MyThoughts.Users.Login;

internal static class LogInEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/login", HandleAsync)
        .AcceptsBody<LogInRequest>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<LogInAnswer>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Body<LogInRequest> body, HttpContext context, IUsers users, CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(context.Connection.RemoteIpAddress);
        var result = await users.LogInAsync(new(body.Value.Username ?? "", body.Value.Password ?? "", network), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        if (result.RetryAfter is { } wait) context.Response.SetRetryAfter(wait);
        if (result.Outcome == LogInOutcome.Refused) context.Response.Headers.WWWAuthenticate = "Bearer";
        return result.Outcome switch
        {
            LogInOutcome.LoggedIn => TypedResults.Ok(new LogInAnswer($"Bearer {result.Session!.Token}")),
            LogInOutcome.Invalid => TypedResults.ValidationProblem(result.Errors.ByJsonName()),
            LogInOutcome.TooManyAttempts => TypedResults.Problem(
                "Too many wrong passwords. Wait as long as Retry-After says.", statusCode: StatusCodes.Status429TooManyRequests),
            LogInOutcome.Busy => TypedResults.Problem("Too many logins at once.", statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => TypedResults.Problem("The username or the password is wrong.", statusCode: StatusCodes.Status401Unauthorized),
        };
    }

    internal sealed record LogInRequest(string? Username, string? Password);

    /// <summary>The one name in capitals: older clients copy its value into the header of that name.</summary>
    internal sealed record LogInAnswer([property: JsonPropertyName("Authorized")] string Authorized);
}
