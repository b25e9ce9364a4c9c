using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Chassis.Security;

/// <summary>
/// Keys that have to be fetched from somewhere: at first need, again in the background when they get old, and at once when a token
/// names a key that is not among them. The last good ones are kept while the other end is away.
/// </summary>
public sealed class CachedTokenKeys : ITokenKeySource, IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private readonly Func<CancellationToken, Task<IReadOnlyList<TokenKey>>> fetch;
    private readonly string origin;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Lock gate = new();

    // Anybody can name a key that does not exist: that must not become a flood of requests to Users.
    private readonly TokenBucketRateLimiter fetches = new(new()
    {
        TokenLimit = 10, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
    });

    private volatile Known? known;
    private Task? running;

    /// <summary>Keys from a place that takes time to ask and may be away.</summary>
    /// <param name="origin">The place, for the log.</param>
    /// <param name="fetch">Asks it. Must end by itself, and may throw.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Hears of failures.</param>
    public CachedTokenKeys(
        string origin, Func<CancellationToken, Task<IReadOnlyList<TokenKey>>> fetch, TimeProvider clock, ILogger<CachedTokenKeys> logger) =>
        (this.origin, this.fetch, this.clock, this.logger) = (origin, fetch, clock, logger);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken)
    {
        var now = known;
        if (now is null || now.Keys.Count == 0 || (keyId is not null && now.Keys.All(key => key.Id is not null && key.Id != keyId)))
            await Fetch().WaitAsync(cancellationToken);
        else if (clock.GetUtcNow() - now.At > FreshFor)
            _ = Fetch();
        return known?.Keys;
    }

    /// <inheritdoc/>
    public void Dispose() => fetches.Dispose();

    // Everybody who waits waits for the same fetch. It has no caller's token: the first to give up must not end it for the others.
    private Task Fetch()
    {
        lock (gate)
        {
            if (running is { IsCompleted: false }) return running;
            using var lease = fetches.AttemptAcquire();
            return running = lease.IsAcquired ? Task.Run(FetchAsync) : Task.CompletedTask;
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            known = new(await fetch(CancellationToken.None), clock.GetUtcNow());
        }
#pragma warning disable CA1031 // Whatever is wrong over there, tokens of keys known already stay good.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.LogWarning("No keys from {Origin} ({Problem}): those known already, {Count} of them, stay in use", origin, problem.Message, known?.Keys.Count ?? 0);
        }
    }

    private sealed record Known(IReadOnlyList<TokenKey> Keys, DateTimeOffset At);
}
