using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Map;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>Gives a module a change feed: a notifier for its writers, answers and waits for its readers, and a watch over both.</summary>
public static class ChangeFeed
{
    /// <summary>
    /// Registers <see cref="FeedNotifier"/>, <see cref="FeedSource"/> and <see cref="FeedReaders"/>, keyed by the module's name, on the
    /// module's data source.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="module">The module's name.</param>
    /// <param name="table">The table that is the feed.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddChangeFeed(this IServiceCollection services, string module, FeedTable table)
    {
        var channel = $"{module}_feed";
        services.AddMetrics();
        services.AddSingleton(new OwnFeed(module));
        services.AddKeyedSingleton<FeedSignal>(module);
        services.AddKeyedSingleton(module, (provider, _) => new FeedNotifier(
            Database(provider), channel, provider.GetRequiredService<ILogger<FeedNotifier>>()));
        services.AddKeyedSingleton(module, (provider, _) => new FeedPoll(
            provider.GetRequiredKeyedService<FeedSignal>(module), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHostApplicationLifetime>()));
        services.AddKeyedSingleton(module, (provider, _) => new FeedReaders(
            Database(provider), table.Schema, provider.GetRequiredService<ModuleMap>().FollowersOf(module), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(module, (provider, _) => new FeedSource(
            Database(provider), table, provider.GetRequiredKeyedService<FeedPoll>(module), provider.GetRequiredKeyedService<FeedReaders>(module)));
        // Not AddHostedService: that keeps one service of a type, and two modules may have a feed each.
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<FeedNotifier>(module));
        services.AddSingleton<IHostedService>(provider => new FeedListener(
            Database(provider), provider.GetRequiredService<DatabaseReadiness>(), channel,
            provider.GetRequiredKeyedService<FeedSignal>(module), provider.GetRequiredService<ILogger<FeedListener>>()));
        services.AddSingleton<IHostedService>(provider => new FeedWatch(
            module, Database(provider), provider.GetRequiredKeyedService<FeedSource>(module), provider.GetRequiredKeyedService<FeedReaders>(module),
            provider.GetRequiredService<DatabaseReadiness>(), provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<ILogger<FeedWatch>>()));
        return services;

        NpgsqlDataSource Database(IServiceProvider provider) => provider.GetRequiredKeyedService<NpgsqlDataSource>(module);
    }
}
