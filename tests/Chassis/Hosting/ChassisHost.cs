using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Chassis.Tests.Hosting;

/// <summary>A real Kestrel with what every host has, and the endpoints of a test.</summary>
internal sealed class ChassisHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChassisHost(WebApplication app, int publicPort, int internalPort)
    {
        this.app = app;
        Public = new HttpClient { BaseAddress = new($"http://127.0.0.1:{publicPort}/") };
        Internal = new HttpClient { BaseAddress = new($"http://127.0.0.1:{internalPort}/") };
    }

    public HttpClient Public { get; }
    public HttpClient Internal { get; }

    public static async Task<ChassisHost> StartAsync(Action<WebApplication> map, params string[] settings)
    {
        var (publicPort, internalPort) = (HostAddresses.FreePort(), HostAddresses.FreePort());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [$"--Listen:Public=127.0.0.1:{publicPort}", $"--Listen:Internal=127.0.0.1:{internalPort}", "--Shutdown:Drain=00:00:00", .. settings],
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.AddHostDefaults("gateway", ModuleMap.Load());
        var app = builder.Build();
        app.UseHostDefaults();
        app.UseRouting();
        app.MapHostDefaults();
        app.MapGet("/error/{status:int}", (int status) => TypedResults.Content($"<h1>Error {status}</h1>", "text/html", statusCode: status));
        map(app);
        await app.StartAsync();
        return new(app, publicPort, internalPort);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Internal.Dispose();
        await app.DisposeAsync();
    }
}
