using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>A server that gives the answers a gateway seldom gives. The ETag is always that of version 7.</summary>
internal sealed class CannedGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private CannedGateway(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<CannedGateway> StartAsync(Func<HttpRequest, (int Status, string Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            var (status, body) = answer(context.Request);
            context.Response.StatusCode = status;
            context.Response.Headers.ETag = "\"7\"";
            context.Response.ContentType = body.StartsWith("event:", StringComparison.Ordinal) ? "text/event-stream" : "application/json";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
