using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

/// <summary>Listens where the settings of a host say: HTTP/1.1 on the public port, cleartext HTTP/2 on the proxied one.</summary>
internal static class Ports
{
    public static void Listen(this WebApplicationBuilder builder)
    {
        // What is compared writes nothing while it works, so neither does this.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPEndPoint.Parse(builder.Configuration["Listen:Public"]!), listen => listen.Protocols = HttpProtocols.Http1);
            if (builder.Configuration["Listen:Proxied"] is { } proxied) kestrel.Listen(IPEndPoint.Parse(proxied), listen => listen.Protocols = HttpProtocols.Http2);
        });
    }
}
