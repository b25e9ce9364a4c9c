namespace MyThoughts.Gateway.Guard;

/// <summary>Answers 404 to what is not for the outside. It stands before the forwarder, so the gateway's own endpoints are not its concern.</summary>
internal sealed class BlockedPathsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => BlockedPaths.Contains(context.Request.Path.Value ?? "")
        ? TypedResults.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context)
        : next(context);
}
