using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Lets a module follow a feed, another module's or its own.</summary>
public static class FeedFollowing
{
    /// <summary>
    /// Registers a reader that follows a feed for as long as the host lives, and a <see cref="CatchUp{TTarget}"/> with it. The module's
    /// schema has the tables <c>cursor</c>, with a row for the feed, and <c>parked</c>.
    /// </summary>
    /// <typeparam name="TChange">A change.</typeparam>
    /// <typeparam name="TFeed">The contract whose feed it is, in process or remote.</typeparam>
    /// <typeparam name="TTarget">What the module keeps of it; registered here.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="reader">The module that follows, by its name in the map; its schema has the same name.</param>
    /// <param name="feed">The module whose feed it is.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFeedReader<TChange, TFeed, TTarget>(this IServiceCollection services, string reader, string feed)
        where TChange : class, IFeedChange
        where TFeed : class, IFeed<TChange>
        where TTarget : class, IFeedTarget<TChange>
    {
        var followed = new FollowedFeed(reader, reader, feed);
        services.AddMetrics();
        services.AddSingleton<TTarget>();
        services.AddSingleton(provider => new CatchUp<TTarget>(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(reader), reader, feed, provider.GetRequiredService<TimeProvider>()));
        // Not by type alone: several modules of one host may follow the same feed, and each has a reader of its own.
        services.AddKeyedSingleton(followed, (provider, _) => Compose<TChange, TFeed, TTarget>(provider, followed));
        services.AddSingleton<IFollowing>(provider => provider.GetRequiredKeyedService<FeedParts<TChange>>(followed).Following);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<FeedParts<TChange>>(followed).Reader);
        return services;
    }

    private static FeedParts<TChange> Compose<TChange, TFeed, TTarget>(IServiceProvider provider, FollowedFeed followed)
        where TChange : class, IFeedChange
        where TFeed : class, IFeed<TChange>
        where TTarget : class, IFeedTarget<TChange> => new(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(followed.Reader), followed, provider.GetRequiredService<TFeed>(),
            provider.GetRequiredService<TTarget>(), provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<DatabaseReadiness>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<FeedReader<TChange>>>());
}
