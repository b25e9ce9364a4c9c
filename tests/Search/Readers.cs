using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Search.Tests;

/// <summary>What one host has running beside its pages: the readers that bring search up to date.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Readers(ServiceProvider services) => this.services = services;

    public static async Task<Readers> StartAsync(SearchDatabase database, FakeFeed thoughts, FakeAccounts? users = null, LogRecorder? log = null)
    {
        var ready = new DatabaseReadiness();
        ready.Start();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log ?? new LogRecorder()))
            .AddSingleton(ready)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IThoughts>(thoughts)
            .AddSingleton<IUsers>(users ?? new FakeAccounts())
            .AddKeyedSingleton(SearchModule.Name, database.Source)
            .AddReaders()
            .BuildServiceProvider();
        var readers = new Readers(services);
        foreach (var reader in services.GetServices<IHostedService>()) await reader.StartAsync(CancellationToken.None);
        return readers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in services.GetServices<IHostedService>()) await reader.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
