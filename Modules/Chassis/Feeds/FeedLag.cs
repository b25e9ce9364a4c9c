namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// Tells how long a reader has been behind. Changes carry no time of their commit, so it remembers where the head of the feed was
/// seen when: a reader is behind since the first sighting of a head beyond its cursor.
/// </summary>
internal sealed class FeedLag(TimeProvider clock)
{
    // With a sighting a second, a quarter of an hour of constant change; who is behind for longer is shown as behind for that long.
    private const int MostSightings = 900;

    private readonly LinkedList<(FeedCursor Head, long At)> sightings = [];

    public void See(FeedCursor head)
    {
        if (sightings.Last is { } last && last.Value.Head == head) return;
        sightings.AddLast((head, clock.GetTimestamp()));
        if (sightings.Count > MostSightings) sightings.RemoveFirst();
    }

    public TimeSpan Of(FeedCursor applied)
    {
        foreach (var (head, at) in sightings)
        {
            if (head > applied) return clock.GetElapsedTime(at);
        }
        return TimeSpan.Zero;
    }
}
