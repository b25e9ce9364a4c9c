using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Keeps administration, neighbours' endpoints and metrics on the internal port.</summary>
internal sealed class InternalPort(RequestDelegate next, ListenAddresses addresses)
{
    public const string KeyHeader = "X-Internal-Key";

    private static readonly PathString[] InternalPaths = ["/admin", "/internal", "/metrics"];
    private readonly byte[]? key = addresses.InternalKey is { } text ? Digest(text) : null;

    public Task InvokeAsync(HttpContext context)
    {
        // The local port is the operating system's word; the Host header is the client's.
        var isInternal = context.Connection.LocalPort == addresses.Internal.Port;
        if (!isInternal && context.Request.Path.IsInAny(InternalPaths))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (isInternal && key is not null && !Health.Owns(context.Request.Path) && !HasKey(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        return next(context);
    }

    // Digests have one length, so that comparing them in constant time says nothing of the key's length either.
    private bool HasKey(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Digest(request.Headers[KeyHeader].ToString()), key);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
