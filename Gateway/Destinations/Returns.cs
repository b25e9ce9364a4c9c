using System.Collections.Concurrent;
using System.Collections.Frozen;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Destinations;

/// <summary>Which services have just come back. Each replica eases them in by itself; the setting <c>Easing</c> says how long, 30 s when absent.</summary>
internal sealed class Returns(TimeProvider clock, TimeSpan length)
{
    public static readonly TimeSpan DefaultLength = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ServiceReturn> services = new();

    public ServiceReturn Of(string cluster) => services.GetOrAdd(cluster, _ => new(clock, length));
}

/// <summary>
/// Eases a service in that was away: its share of visitors grows from nothing to all of them, bucket by bucket, so that a cold host is
/// not hit by everything at once, and nobody goes back and forth.
/// </summary>
internal sealed class ServiceReturn(TimeProvider clock, TimeSpan length)
{
    private const long NotReturning = 0;

    private volatile FrozenSet<string> closed = [];
    private volatile bool isAway;
    private long returnedAt = NotReturning;

    /// <summary>Notes which destinations take nobody, however healthy they are.</summary>
    public void Close(IEnumerable<string> destinations) => closed = destinations.ToFrozenSet();

    /// <summary>Notes whether the service has a healthy destination that takes requests.</summary>
    public void See(IReadOnlyList<DestinationState> healthy)
    {
        if (!TakesRequests(healthy)) isAway = true;
        else if (isAway)
        {
            Volatile.Write(ref returnedAt, Math.Max(clock.GetTimestamp(), 1));
            isAway = false;
        }
    }

    // For every request, and so without a lambda.
    private bool TakesRequests(IReadOnlyList<DestinationState> healthy)
    {
        var shut = closed;
        for (var at = 0; at < healthy.Count; at++)
        {
            if (!shut.Contains(healthy[at].DestinationId)) return true;
        }
        return false;
    }

    /// <summary>How much of its share the service gets now, in hundredths of a percent.</summary>
    public int Share()
    {
        var since = Volatile.Read(ref returnedAt);
        if (since == NotReturning) return Weight.All;
        var share = clock.GetElapsedTime(since) / length;
        if (share < 1) return (int)(share * Weight.All);
        Interlocked.CompareExchange(ref returnedAt, NotReturning, since);
        return Weight.All;
    }
}
