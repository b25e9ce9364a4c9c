using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Binds Kestrel to the host's ports, with limits that fit short texts.</summary>
internal static class Listening
{
    // BodyLimit refuses far smaller bodies politely; what is larger than this is cut off.
    private const int LargestBody = 32 * 1024 * 1024;

    public static void AddListening(this WebApplicationBuilder builder, ListenAddresses addresses)
    {
        builder.Services.AddSingleton(addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 256;
            kestrel.Listen(addresses.Public, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(addresses.Internal, listen => listen.Protocols = HttpProtocols.Http1);
            // One cleartext port cannot speak both versions: there is no TLS handshake to agree on one.
            if (addresses.Proxied is { } proxied) kestrel.Listen(proxied, listen => listen.Protocols = HttpProtocols.Http2);
        });
    }
}
