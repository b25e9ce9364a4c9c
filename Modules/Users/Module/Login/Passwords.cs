using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace MyThoughts.Users.Login;

/// <summary>
/// Hashes and checks passwords, a few at a time: each keeps a processor busy for some fifty milliseconds, on purpose, and anybody can
/// ask for it. One processor stays free for everybody else.
/// </summary>
internal sealed class Passwords : IDisposable
{
    // About five seconds of work: nobody waits longer for a login.
    private const int QueuePerProcessor = 100;

    private static readonly int Processors = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly ConcurrencyLimiter turns = new(new()
    {
        PermitLimit = Processors,
        QueueLimit = Processors * QueuePerProcessor,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly IPasswordHasher<string> hasher;
    private readonly string nobodysHash;

    public Passwords(IPasswordHasher<string> hasher)
    {
        this.hasher = hasher;
        // Now rather than at first need: the first name that does not exist would take twice as long.
        nobodysHash = hasher.HashPassword("", Guid.NewGuid().ToString());
    }

    /// <summary>Hashes a password; null when too many are waiting.</summary>
    public async Task<string?> HashAsync(string username, string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.AcquireAsync(permitCount: 1, cancellationToken);
        return turn.IsAcquired ? hasher.HashPassword(username, password) : null;
    }

    /// <summary>
    /// Checks a password; null when too many are waiting. Where there is no account there is no hash: then it is checked against
    /// one that nothing matches, so that an answer takes as long and tells nobody which names exist.
    /// </summary>
    public async Task<PasswordVerificationResult?> VerifyAsync(string username, string? hash, string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.AcquireAsync(permitCount: 1, cancellationToken);
        if (!turn.IsAcquired) return null;
        var result = hasher.VerifyHashedPassword(username, hash ?? nobodysHash, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => turns.Dispose();
}
