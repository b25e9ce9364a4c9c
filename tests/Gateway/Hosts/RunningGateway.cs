using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Map;
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
    private readonly TestDatabase database;
    private readonly string folder;

    private RunningGateway(WebApplication app, TestDatabase database, string folder, HostAddresses addresses)
    {
        (this.app, this.database, this.folder, Addresses) = (app, database, folder, addresses);
        Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = addresses.Public, Timeout = TimeSpan.FromSeconds(20) };
        Api = new(addresses.Internal, folder);
    }

    public HostAddresses Addresses { get; }
    public HttpClient Client { get; }
    public GatewayApi Api { get; }
    public IServiceProvider Services => app.Services;
    public LogRecorder Log { get; } = new();

    public static async Task<RunningGateway> StartAsync(Backend monolith, Backend? search, params string[] settings)
    {
        var database = await TestDatabase.CreateAsync(Registration.Schema);
        var folder = Directory.CreateTempSubdirectory("gateway-").FullName;
        var addresses = HostAddresses.Free(HostProject.Gateway(ModuleMap.Load()));
        string[] args =
        [
            "--environment=Development",
            $"--Data:Folder={folder}",
            $"--ConnectionStrings:gateway={database.ConnectionString("gateway")}",
            $"--Listen:Public=127.0.0.1:{addresses.Ports.Public}",
            $"--Listen:Internal=127.0.0.1:{addresses.Ports.Internal}",
            "--Shutdown:Drain=00:00:00",
            "--Easing=00:00:00",
            $"--Clusters:monolith:Destinations:1={monolith.Address}",
            // Nobody listens there.
            $"--Clusters:search:Destinations:1={search?.Address ?? "http://127.0.0.1:9"}",
            "--Clusters:users:Destinations:1=http://127.0.0.1:9",
            "--Clusters:thoughts:Destinations:1=http://127.0.0.1:9",
            .. settings,
        ];
        var gateway = new RunningGateway(Host.Build(Host.Compose(args)), database, folder, addresses);
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

    public Task UntilAvailableAsync(string cluster, bool available) => Eventually.HoldsAsync(() =>
        app.Services.GetRequiredService<IProxyStateLookup>().TryGetCluster(cluster, out var state)
        && state.DestinationsState.AvailableDestinations.Count > 0 == available
        && (!available || state.Destinations.Values.All(destination => destination.Health.Passive != DestinationHealth.Unhealthy)), $"{cluster} is {(available ? "available" : "away")}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        Api.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
