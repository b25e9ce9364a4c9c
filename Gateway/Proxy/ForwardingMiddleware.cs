using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Guard;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>
/// Forwards what is for the hosts, before anything that only the gateway's own answers need. Nothing is forwarded that is not for the
/// outside, and nothing at all from the internal port. Whatever is not forwarded goes on, and so does what no host has answered.
/// </summary>
internal sealed class ForwardingMiddleware(RequestDelegate next, ListenAddresses addresses)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WayToHosts>() is { } way && IsForHosts(context)) return ForwardAsync(context, way);
        context.SetEndpoint(null);
        return next(context);
    }

    private bool IsForHosts(HttpContext context) =>
        context.Connection.LocalPort != addresses.Internal.Port && !BlockedPaths.Contains(context.Request.Path.Value ?? "") && BodyLimit.Allows(context);

    private async Task ForwardAsync(HttpContext context, WayToHosts way)
    {
        try
        {
            await way.Forward(context);
        }
        catch (Exception mistake) when (!context.Response.HasStarted)
        {
            context.Features.Set<IForwarderErrorFeature>(GatewayFailure.Mistake(mistake));
        }
        if (!FailureMiddleware.IsUnanswered(context)) return;
        context.SetEndpoint(null);
        await next(context);
    }
}
