using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Http;

/// <summary>Reaches a module that runs in another process through its contract.</summary>
public static class RemoteModules
{
    /// <summary>
    /// Registers the HTTP client of a contract. Its address is the setting <c>Modules:&lt;name&gt;:Url</c>, by default the internal
    /// port of the module's service on loopback; <c>Modules:&lt;name&gt;:Key</c> is that host's internal key when it has one.
    /// </summary>
    /// <typeparam name="TContract">The contract.</typeparam>
    /// <typeparam name="TClient">Its implementation over HTTP, with a constructor that takes an <see cref="HttpClient"/>.</typeparam>
    /// <param name="host">The host that reaches out.</param>
    /// <param name="module">The module's name in the map.</param>
    /// <param name="measure">Puts the meter around the client.</param>
    /// <exception cref="SettingException">The address is no http or https address.</exception>
    public static void AddRemoteModule<TContract, TClient>(
        this ModuleHostBuilder host, string module, Func<TContract, ContractMeter, TContract> measure)
        where TContract : class
        where TClient : class, TContract
    {
        // A service has one module, and its neighbours are elsewhere.
        if (host.Name != "monolith" && host.ModeOf(module) != HostingMode.Remote && host.Configuration[$"Modules:{module}:Mode"] is { Length: > 0 } mode)
            throw new SettingException($"Modules:{module}:Mode is '{mode}', but the {host.Name} service reaches {module} elsewhere. Leave the setting out.");
        var address = AddressOf(host, module);
        var key = host.Configuration[$"Modules:{module}:Key"];
        host.Services.AddMetrics();
        host.Services.AddHttpContextAccessor();
        host.Services.AddSingleton<TContract>(services =>
        {
            var transport = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
            var headers = new RemoteHeaders(services.GetRequiredService<IHttpContextAccessor>(), key) { InnerHandler = transport };
            var client = new HttpClient(new RemotePipeline(module) { InnerHandler = headers })
            {
                BaseAddress = address,
                // The pipeline has the time limit: this one would also end a long list that is still streaming.
                Timeout = Timeout.InfiniteTimeSpan,
            };
            return measure(
                ActivatorUtilities.CreateInstance<TClient>(services, client),
                new(services.GetRequiredService<IMeterFactory>(), module, HostingMode.Remote));
        });
    }

    private static Uri AddressOf(ModuleHostBuilder host, string module)
    {
        var setting = $"Modules:{module}:Url";
        var text = host.Configuration[setting] ?? $"http://127.0.0.1:{host.Map.Module(module).Ports.Internal}";
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        throw new SettingException($"{setting} is '{text}', which is no address. Example: {setting}=http://10.0.0.5:9002");
    }

    /// <summary>Registers a contract whose module is in this process, measured as a remote one is.</summary>
    /// <typeparam name="TContract">The contract.</typeparam>
    /// <typeparam name="TModule">Its implementation in the module; registered here.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="module">The module's name in the map.</param>
    /// <param name="measure">Puts the meter around the module.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddInProcessModule<TContract, TModule>(
        this IServiceCollection services, string module, Func<TContract, ContractMeter, TContract> measure)
        where TContract : class
        where TModule : class, TContract => services
            .AddMetrics()
            .AddSingleton<TModule>()
            .AddSingleton(provider => measure(
                provider.GetRequiredService<TModule>(), new(provider.GetRequiredService<IMeterFactory>(), module, HostingMode.InProcess)));
}
