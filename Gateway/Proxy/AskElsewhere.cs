using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Whether a request that got no good answer from one side may be asked of another.</summary>
internal static class AskElsewhere
{
    private static readonly object HoldNotFoundKey = new();

    /// <summary>
    /// Nothing has gone out to the client, who is still there, and asking again changes nothing. A GET with a body is left alone:
    /// the body has been read.
    /// </summary>
    public static bool IsPossible(HttpContext context) =>
        !context.Response.HasStarted
        && !context.RequestAborted.IsCancellationRequested
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true };

    /// <summary>The first side could not be reached, or broke off before its answer began to go out.</summary>
    public static bool HasFailed(HttpContext context) => context.GetForwarderErrorFeature()?.Error is
        ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.ResponseHeaders or ForwarderError.ResponseBodyDestination;

    /// <summary>Makes the transformer keep a 404 back, so that another side can be asked.</summary>
    public static void HoldNotFound(HttpContext context, bool hold) => context.Items[HoldNotFoundKey] = hold ? HoldNotFoundKey : null;

    public static bool HoldsNotFound(HttpContext context) => context.Items.TryGetValue(HoldNotFoundKey, out var held) && held is not null;

    /// <summary>Forgets the failed attempt; the forwarder refuses a response that has a status.</summary>
    public static void Reset(HttpContext context)
    {
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = null;
        context.Response.StatusCode = StatusCodes.Status200OK;
    }
}
