using System.Diagnostics.Metrics;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>The metrics <c>feed.applied</c> and <c>feed.parked</c> of one reader.</summary>
internal sealed class FollowerMeter
{
    private readonly KeyValuePair<string, object?>[] tags;
    private readonly Counter<long> applied;
    private long parked;

    public FollowerMeter(IMeterFactory meters, FollowedFeed followed)
    {
        tags = [FeedMeter.Feed(followed.Feed), FeedMeter.Reader(followed.Reader)];
        var meter = meters.Create(FeedMeter.Name);
        applied = meter.CreateCounter<long>("feed.applied", description: "Changes of the feed that this host has applied.");
        meter.CreateObservableGauge(
            "feed.parked", () => new Measurement<long>(Volatile.Read(ref parked), tags), description: "Changes of the feed that could not be applied and were put aside.");
    }

    public void Applied(int changes) => applied.Add(changes, tags);

    public void Parked(long changes) => Volatile.Write(ref parked, changes);
}
