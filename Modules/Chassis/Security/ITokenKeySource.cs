namespace MyThoughts.Chassis.Security;

/// <summary>Somewhere public keys come from. A host may have several, so that keys rotate without logging anybody out.</summary>
public interface ITokenKeySource
{
    /// <summary>The keys to check a token with.</summary>
    /// <param name="keyId">The token's <c>kid</c>: a source that does not know it looks again, as often as it can afford. Null when the token has none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All keys of the source; null when it cannot be reached and never was.</returns>
    ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken);
}
