using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Gives an answer of the usual form to a request that no side has answered.</summary>
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

        var status = WasNeverSent(error) ? StatusCodes.Status503ServiceUnavailable : context.Response.StatusCode;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        await TypedResults.Problem(statusCode: status).ExecuteAsync(context);
    }

    // No connection came about: the request has had no effect, and whoever sent it may send it again, even a write.
    private static bool WasNeverSent(IForwarderErrorFeature error) =>
        error.Error is ForwarderError.NoAvailableDestinations
        || error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
