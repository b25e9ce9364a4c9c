using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>The real gateway in this process, built by its own Program, with a client that keeps no cookies and follows nothing.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly GatewayPlace? own;

    private RunningGateway(WebApplication app, GatewayPlace place, GatewayPlace? own, HostAddresses addresses)
    {
        (this.app, Place, this.own, Addresses) = (app, place, own, addresses);
        Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = addresses.Public, Timeout = TimeSpan.FromSeconds(20) };
        Api = new(addresses.Internal, place.Folder);
    }

    public GatewayPlace Place { get; }
    public HostAddresses Addresses { get; }
    public HttpClient Client { get; }
    public GatewayApi Api { get; }
    public IServiceProvider Services => app.Services;
    public LogRecorder Log { get; } = new();

    public static async Task<RunningGateway> StartAsync(Backend monolith, Backend? search, params string[] settings)
    {
        var place = await GatewayPlace.CreateAsync();
        return await StartAsync(place, place, "1", monolith, search, settings);
    }

    /// <summary>One of several gateways, or one after another, in the same place.</summary>
    public static Task<RunningGateway> StartAtAsync(GatewayPlace place, string replica, Backend monolith, Backend? search, params string[] settings) =>
        StartAsync(place, own: null, replica, monolith, search, settings);

    private static async Task<RunningGateway> StartAsync(
        GatewayPlace place, GatewayPlace? own, string replica, Backend monolith, Backend? search, string[] settings)
    {
        var addresses = HostAddresses.Free(GatewayPlace.Project);
        string[] args =
        [
            "--environment=Development",
            $"--Listen:Public=127.0.0.1:{addresses.Ports.Public}",
            $"--Listen:Internal=127.0.0.1:{addresses.Ports.Internal}",
            .. place.Settings(replica, monolith, search).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. settings,
        ];
        var gateway = new RunningGateway(Host.Build(Host.Compose(args)), place, own, addresses);
        gateway.app.Services.GetRequiredService<ILoggerFactory>().AddProvider(gateway.Log);
        await gateway.app.StartAsync();
        await Eventually.HoldsAsync(() => gateway.Services.GetRequiredService<LiveTraffic>().Current is not null, "the first state is in effect");
        return gateway;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? visitor = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (visitor is not null) request.Headers.Add("Cookie", $"visitor={visitor}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (method == HttpMethod.Post) request.Content = new StringContent("text=hello", Encoding.UTF8, "application/x-www-form-urlencoded");
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<string> GetAsync(string path, string? visitor = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(HttpMethod.Get, path, visitor, headers);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends the target as it stands; a client library would tidy it up.</summary>
    public async Task<string> SendRawAsync(string target, string method = "GET", string headers = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Addresses.Ports.Public);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: thoughts.example\r\n{headers}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    public DestinationHealthState HealthOf(string cluster) =>
        app.Services.GetRequiredService<IProxyStateLookup>().TryGetCluster(cluster, out var state)
            ? state.Destinations.Values.Single().Health
            : throw new ArgumentException($"no cluster {cluster}");

    /// <summary>Returns when every destination of a cluster has answered a health check, or when none is left that may be asked.</summary>
    public Task UntilAvailableAsync(string cluster, bool available) => Eventually.HoldsAsync(() =>
        app.Services.GetRequiredService<IProxyStateLookup>().TryGetCluster(cluster, out var state)
        && (available
            ? state.Destinations.Values.All(destination => destination.Health is { Active: DestinationHealth.Healthy, Passive: not DestinationHealth.Unhealthy })
            : state.DestinationsState.AvailableDestinations.Count == 0), $"{cluster} is {(available ? "available" : "away")}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        Api.Dispose();
        if (own is not null) await own.DisposeAsync();
    }
}
