using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Http;

/// <summary>Passes the request id on, and the internal key where the other host demands one. The trace is passed on by the framework.</summary>
internal sealed class RemoteHeaders(IHttpContextAccessor current, string? key) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (current.HttpContext is { } context) request.Headers.TryAddWithoutValidation(RequestId.Header, context.TraceIdentifier);
        if (!string.IsNullOrEmpty(key)) request.Headers.TryAddWithoutValidation(InternalPort.KeyHeader, key);
        return base.SendAsync(request, cancellationToken);
    }
}
