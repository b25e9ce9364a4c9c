using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Gateway.Guard;

/// <summary>
/// Forwards nothing that is not for the outside, and nothing at all from the internal port. The gateway's own endpoints have been
/// found before, and are not its concern.
/// </summary>
internal sealed class BlockedPathsMiddleware(RequestDelegate next, ListenAddresses addresses)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isInternal = context.Connection.LocalPort == addresses.Internal.Port;
        if (!isInternal && !BlockedPaths.Contains(context.Request.Path.Value ?? "")) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
