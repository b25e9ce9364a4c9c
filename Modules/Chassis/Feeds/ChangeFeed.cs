using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>Gives a module what its change feed needs besides SQL: a notifier for its writers, a listener and waits for its readers.</summary>
public static class ChangeFeed
{
    /// <summary>Registers <see cref="FeedNotifier"/> and <see cref="FeedPoll"/>, keyed by the module's name, on the module's data source.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="module">The module's name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddChangeFeed(this IServiceCollection services, string module)
    {
        var channel = $"{module}_feed";
        services.AddKeyedSingleton<FeedSignal>(module);
        services.AddKeyedSingleton(module, (provider, _) => new FeedNotifier(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(module), channel, provider.GetRequiredService<ILogger<FeedNotifier>>()));
        services.AddKeyedSingleton(module, (provider, _) => new FeedPoll(
            provider.GetRequiredKeyedService<FeedSignal>(module), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHostApplicationLifetime>()));
        // Not AddHostedService: that keeps one service of a type, and two modules may have a feed each.
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<FeedNotifier>(module));
        services.AddSingleton<IHostedService>(provider => new FeedListener(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(module), provider.GetRequiredService<DatabaseReadiness>(), channel,
            provider.GetRequiredKeyedService<FeedSignal>(module), provider.GetRequiredService<ILogger<FeedListener>>()));
        return services;
    }
}
