using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Keys;

/// <summary>Starts sessions: signs tokens with the newest key, which is made when first needed.</summary>
internal sealed class Sessions(SigningKeyStore store, PrivateKeyProtector protector, TimeProvider clock, ILogger<Sessions> logger)
{
    public async Task<Session> StartAsync(string username, CancellationToken cancellationToken)
    {
        // Read anew each time: after a rotation no host signs with the old key, and next to hashing a password it costs nothing.
        var key = await store.NewestAsync(cancellationToken) ?? await store.FollowAsync(previous: null, cancellationToken);
        return Sign(key, username) ?? await SignWithNewKeyAsync(key, username, cancellationToken);
    }

    private async Task<Session> SignWithNewKeyAsync(SigningKey unreadable, string username, CancellationToken cancellationToken)
    {
        logger.LogWarning("Signing key {Kid} cannot be decrypted: do all hosts share one Data Protection folder? A new one is made", unreadable.Kid);
        var key = await store.FollowAsync(unreadable, cancellationToken);
        return Sign(key, username) ?? throw new InvalidOperationException("This host's Data Protection keys are not those of the host that makes signing keys.");
    }

    private Session? Sign(SigningKey key, string username)
    {
        using var pair = protector.Unprotect(key.ProtectedPrivateKey);
        if (pair is null) return null;
        var claims = TokenClaims.StartingAt(username, clock.GetUtcNow());
        return new(new TokenSigner(pair, key.Kid).Sign(claims), claims.ExpiresAt);
    }
}
