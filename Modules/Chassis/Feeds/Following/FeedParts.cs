using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Everything that one followed feed consists of, put together in one place.</summary>
internal sealed class FeedParts<TChange> where TChange : class, IFeedChange
{
    public FeedParts(
        NpgsqlDataSource database, FollowedFeed followed, IFeed<TChange> feed, IFeedTarget<TChange> target, IMeterFactory meters,
        DatabaseReadiness readiness, TimeProvider clock, ILogger<FeedReader<TChange>> logger)
    {
        Cursors = new(database, followed);
        var parked = new ParkedChanges(database, followed);
        var meter = new FollowerMeter(meters, followed);
        Applier = new(database, followed, Cursors, parked, target, logger);
        Follower = new(database, followed, feed, target, Cursors, new(database), Applier, meter, clock);
        Following = new Following<TChange>(database, followed, feed, Cursors, parked, Applier, Follower);
        Reader = new(followed, Follower, parked, meter, readiness, clock, logger);
    }

    public CursorStore Cursors { get; }

    public FeedApplier<TChange> Applier { get; }

    public FeedFollower<TChange> Follower { get; }

    public IFollowing Following { get; }

    public FeedReader<TChange> Reader { get; }
}
