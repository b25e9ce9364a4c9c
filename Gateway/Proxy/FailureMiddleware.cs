using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Gives a request that no side has answered its status; the chassis makes a page or a problem document of it.</summary>
internal sealed class FailureMiddleware(RequestDelegate next)
{
    private const string RetryAfterSeconds = "2";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is not { } error || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (!WasNeverSent(error)) return;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
    }

    // No connection came about: the request has had no effect, and whoever sent it may send it again, even a write.
    private static bool WasNeverSent(IForwarderErrorFeature error) =>
        error.Error is ForwarderError.NoAvailableDestinations
        || error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
