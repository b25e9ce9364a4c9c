namespace MyThoughts.Chassis.Security;

/// <summary>What a token says: who its bearer is, since when and until when. Times are whole seconds, as in the token.</summary>
/// <param name="Username">The name as registered.</param>
/// <param name="IssuedAt">When the token was signed.</param>
/// <param name="ExpiresAt">From when on it is worth nothing.</param>
public sealed record TokenClaims(string Username, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a login lasts.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(2);

    /// <summary>The claims of a login that happens now.</summary>
    /// <param name="username">The name as registered.</param>
    /// <param name="now">The time.</param>
    /// <returns>Claims that expire after <see cref="Lifetime"/>.</returns>
    public static TokenClaims StartingAt(string username, DateTimeOffset now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return new(username, second, second + Lifetime);
    }
}
