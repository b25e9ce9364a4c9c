using System.Security.Claims;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Api;

/// <summary>The streams of events that are open: each holds a connection, so there is an end to their number and to their length.</summary>
internal sealed class EventStreams(LiveTraffic traffic, LiveEvents events, KeyRing keys, TimeProvider clock, IHostApplicationLifetime host)
{
    public const int Most = 100;

    // A session of the pages ends too: whoever listens on comes back and is asked for it again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private int open;

    /// <summary>Tells what happens until one of the two goes away, the key is revoked, or it is time to ask for it again; false when too many listen.</summary>
    public async Task<bool> TryRunAsync(HttpContext context)
    {
        try
        {
            if (Interlocked.Increment(ref open) > Most) return false;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
            end.CancelAfter(Longest);
            await RunAsync(context, end.Token);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task RunAsync(HttpContext context, CancellationToken end)
    {
        var key = context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        await using var stream = new EventStream(traffic, events, clock, new EventWriter(context.Response));
        try
        {
            await stream.RunAsync(() => keys.Keys.Any(known => known.Id == key), end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // As every stream ends.
        }
    }
}
