using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>A replica as a process of its own, which can be killed and started again where it was.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly HostStart start;
    private readonly HttpClient client;
    private HostProcess? process;

    public Replica(GatewayPlace place, string name, Backend monolith, Backend search)
    {
        start = SystemUnderTest.StartOf(GatewayPlace.Project, new Dictionary<string, string>(place.Settings(name, monolith, search))
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging:LogLevel:MyThoughts.Requests"] = "Warning",
        });
        client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = start.Addresses.Public };
        Api = new(start.Addresses.Internal, place.Folder);
    }

    public GatewayApi Api { get; }

    public async Task StartAsync()
    {
        process = HostProcess.Start(start);
        await process.WaitUntilReadyAsync(LongestStart, CancellationToken.None);
    }

    public async Task KillAsync()
    {
        await process!.KillAsync();
        await process.DisposeAsync();
        process = null;
    }

    /// <summary>Which side answers a visitor, and by which version of the state.</summary>
    public async Task<(string Side, long Version)> AskAsync(string visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search") { Headers = { { "Cookie", $"visitor={visitor}" } } };
        using var response = await client.SendAsync(request);
        return (response.Headers.GetValues("X-Served-By").Single(), long.Parse(response.Headers.GetValues("X-Traffic-Version").Single(), System.Globalization.CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Api.Dispose();
        if (process is not null) await process.DisposeAsync();
    }
}
