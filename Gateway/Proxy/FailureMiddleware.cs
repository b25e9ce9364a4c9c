using System.Runtime.ExceptionServices;
using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Admin;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Gives a request that no side has answered its status; the chassis makes a page or a problem document of it.</summary>
internal sealed class FailureMiddleware(RequestDelegate next)
{
    public static bool IsUnanswered(HttpContext context) =>
        context.GetForwarderErrorFeature() is not null && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested;

    public Task InvokeAsync(HttpContext context)
    {
        // The page about it comes by here as well, on its way to its own endpoint.
        if (context.GetForwarderErrorFeature() is not { } error || FailurePages.IsShown(context)) return next(context);
        // Where the exception handler sees it.
        if (error is GatewayFailure { Exception: { } mistake }) ExceptionDispatchInfo.Throw(mistake);
        if (Unreachable.Is(error))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.SetRetryAfter(RetryAfter.Moment);
        }
        else if (context.Response.StatusCode == StatusCodes.Status400BadRequest && !IsTheClients(error.Exception))
        {
            // A host that breaks off while a body is on its way to it: YARP cannot tell who was first and blames the client.
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        return Task.CompletedTask;
    }

    internal static bool IsTheClients(Exception? exception) =>
        exception is BadHttpRequestException || (exception is AggregateException all && all.InnerExceptions.Any(IsTheClients));
}
