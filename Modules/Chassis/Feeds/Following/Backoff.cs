namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Longer and longer waits between tries, with jitter so that hosts do not return in step; tells when the state changes.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private int failures;

    /// <summary>Notes a success.</summary>
    /// <returns>Whether the try before had failed.</returns>
    public bool Succeeded() => (failures, failures = 0).failures > 0;

    /// <summary>Notes a failure.</summary>
    /// <returns>Whether the try before had succeeded.</returns>
    public bool Failed() => failures++ == 0;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Math.Min(First.TotalMilliseconds * Math.Pow(2, failures - 1), Longest.TotalMilliseconds);
#pragma warning disable CA5394 // Jitter guards nothing.
        return Task.Delay(TimeSpan.FromMilliseconds(wait * (0.5 + Random.Shared.NextDouble() / 2)), cancellationToken);
#pragma warning restore CA5394
    }
}
