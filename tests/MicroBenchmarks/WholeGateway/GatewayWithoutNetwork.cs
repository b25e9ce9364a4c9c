using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;
using Yarp.ReverseProxy.Forwarder;
using GatewayHost = MyThoughts.Gateway.Host;

namespace MyThoughts.MicroBenchmarks.WholeGateway;

/// <summary>The gateway as it serves, every middleware in its place, with neither a server in front of it nor a network and a database behind it.</summary>
internal sealed class GatewayWithoutNetwork : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NoServer server = new();
    private readonly int port;

    /// <param name="isLogged">Whether there is a line for each request.</param>
    public GatewayWithoutNetwork(bool isLogged)
    {
        string[] settings =
        [
            // Asked for, and not used.
            "--ConnectionStrings:gateway=Host=127.0.0.1;Database=none;Username=none", $"--State:File={Path.Combine(Path.GetTempPath(), "none.json")}",
            $"--Logging:LogLevel:MyThoughts.Requests={(isLogged ? "Information" : "Warning")}",
        ];
        var builder = GatewayHost.ComposeParts(settings, Environments.Production);
        builder.Logging.ClearProviders().AddProvider(new SilentLog());
        // Whoever works beside requests. The framework's own is the one that starts the server.
        foreach (var service in builder.Services.Where(IsOurs).ToList()) builder.Services.Remove(service);
        builder.Services.Replace(ServiceDescriptor.Singleton<IServer>(server));
        builder.Services.Replace(ServiceDescriptor.Singleton<IForwarderHttpClientFactory>(new FixedAnswer()));
        app = builder.Build();
        GatewayHost.Map(app);
        port = app.Services.GetRequiredService<ListenAddresses>().Public.Port;
    }

    public async Task StartAsync()
    {
        await app.StartAsync();
        var first = app.Services.GetRequiredService<FirstRevision>().State;
        await app.Services.GetRequiredService<LiveTraffic>().ApplyAsync(new Revision(1, first, DateTime.UtcNow, "gateway", null, null, []));
    }

    /// <summary>Sends a request, as a browser would; null for a visitor who comes for the first time.</summary>
    public async Task<int> GetAsync(string path, string? visitor)
    {
        var exchange = new OneExchange { Path = path, RawTarget = path, LocalPort = port };
        exchange.Headers.Host = "thoughts.example";
        exchange.Headers.Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        exchange.Headers.UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        if (visitor is not null) exchange.Headers.Cookie = $"theme=dark; {VisitorId.CookieName}={visitor}";
        await server.ServeAsync(exchange.AsFeatures());
        return exchange.StatusCode;
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) != true;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
