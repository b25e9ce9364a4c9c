using System.Net;
using System.Net.Http.Headers;
using MyThoughts.Chassis.Diagnostics;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>What changes in a request on its way to a side, and in the answer on its way back.</summary>
/// <param name="servedBy">What to say to the client of the side; null to keep it to ourselves.</param>
internal sealed class GatewayTransformer(ServedBy? servedBy) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        // HttpClient sends a request without a body again by itself when a kept-alive HTTP/1.1 connection breaks under it. With a
        // body, even an empty one, it does not: a write is never sent twice.
        if (proxyRequest.Content is null && !IsSafe(proxyRequest.Method)) httpContext.Request.ContentLength ??= 0;

        // The base copies every header, Host included: a host behind the gateway sees the name that the browser saw, whether or not
        // it believes X-Forwarded-Host.
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        Forward(httpContext, proxyRequest.Headers);
    }

    public override ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null) return new(false);
        if (proxyResponse.StatusCode == HttpStatusCode.NotFound && AskElsewhere.HoldsNotFound(httpContext)) return new(false);

        var copied = base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        httpContext.Response.Headers[RequestId.Header] = httpContext.TraceIdentifier;
        servedBy?.Tell(httpContext);
        return copied;
    }

    // What the client claims about where it comes from is not passed on; a proxy we know has already been heard by the host.
    private static void Forward(HttpContext context, HttpRequestHeaders headers)
    {
        headers.Remove("Forwarded");
        headers.Remove("X-Forwarded-Prefix");
        Set(headers, "X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        Set(headers, "X-Forwarded-Proto", context.Request.Scheme);
        Set(headers, "X-Forwarded-Host", context.Request.Host.Value);
    }

    private static void Set(HttpRequestHeaders headers, string name, string? value)
    {
        headers.Remove(name);
        if (!string.IsNullOrEmpty(value)) headers.TryAddWithoutValidation(name, value);
    }

    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;
}
