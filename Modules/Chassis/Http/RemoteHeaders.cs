using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Http;

/// <summary>Passes the request id on, and the internal key where the other host demands one. The trace is passed on by the framework.</summary>
internal sealed class RemoteHeaders(IHttpContextAccessor current, string? key) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (current.HttpContext is { } context) Set(request, RequestId.Header, context.TraceIdentifier);
        if (!string.IsNullOrEmpty(key)) Set(request, InternalPort.KeyHeader, key);
        return base.SendAsync(request, cancellationToken);
    }

    // A retry sends the same request again: adding would say it twice.
    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
