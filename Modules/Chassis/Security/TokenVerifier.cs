namespace MyThoughts.Chassis.Security;

/// <summary>Checks tokens against the public keys of several sources.</summary>
/// <param name="sources">Where the keys come from.</param>
/// <param name="clock">The time.</param>
internal sealed class TokenVerifier(IReadOnlyList<ITokenKeySource> sources, TimeProvider clock)
{
    // The clock of the host that signed may be a little ahead of ours. Expiry knows no mercy: two days are enough.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public async ValueTask<TokenVerification> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        if (CompactToken.TryRead(text) is not { } token || !IsCurrent(token.Claims)) return TokenVerification.Refused;

        var (anyKeys, isUnreached) = (false, false);
        foreach (var source in sources)
        {
            var keys = await source.KeysAsync(token.KeyId, cancellationToken);
            isUnreached |= keys is null;
            anyKeys |= keys is { Count: > 0 };
            foreach (var key in keys ?? [])
                if (MayHaveSigned(key, token) && token.IsSignedWith(key)) return new(token.Claims);
        }
        // The key may be among those that were never reached: then nobody can tell, and a good token must not be thrown away.
        return anyKeys && !isUnreached ? TokenVerification.Refused : TokenVerification.NoKeys;
    }

    // A name only narrows the search, it decides nothing: the signature does.
    private static bool MayHaveSigned(TokenKey key, CompactToken token) =>
        token.KeyId is null || key.Id is null || key.Id == token.KeyId;

    private bool IsCurrent(TokenClaims claims)
    {
        var now = clock.GetUtcNow();
        return claims.ExpiresAt > now && claims.IssuedAt <= now + ClockSkew;
    }
}

/// <summary>What became of a token.</summary>
/// <param name="Claims">What it says, when it is good.</param>
/// <param name="KeysMissing">True when the keys that may have signed it were never reached, and nobody can tell.</param>
internal sealed record TokenVerification(TokenClaims? Claims, bool KeysMissing = false)
{
    public static TokenVerification Refused { get; } = new(Claims: null);

    public static TokenVerification NoKeys { get; } = new(Claims: null, KeysMissing: true);
}
