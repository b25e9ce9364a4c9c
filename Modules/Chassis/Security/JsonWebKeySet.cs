using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace MyThoughts.Chassis.Security;

/// <summary>Public keys as Users publishes them (RFC 7517).</summary>
/// <param name="Keys">The keys, the newest first.</param>
public sealed record JsonWebKeySet([property: JsonPropertyName("keys")] IReadOnlyList<JsonWebKey> Keys)
{
    // More keys than rotation ever needs; each costs a check of a signature when a token names none.
    private const int MostKeys = 32;

    /// <summary>The keys that can check our tokens; others, say for encryption or of another kind, are left out.</summary>
    /// <returns>At most 32 keys.</returns>
    public IReadOnlyList<TokenKey> ToTokenKeys() => [.. Keys.Select(key => key.ToTokenKey()).OfType<TokenKey>().Take(MostKeys)];
}

/// <summary>One public RSA key.</summary>
/// <param name="KeyType">Always <c>RSA</c> here.</param>
/// <param name="Use">Always <c>sig</c> here.</param>
/// <param name="Algorithm">Always <c>RS256</c> here.</param>
/// <param name="Id">The <c>kid</c> of the tokens it checks.</param>
/// <param name="Modulus">The modulus in base64url.</param>
/// <param name="Exponent">The public exponent in base64url.</param>
public sealed record JsonWebKey(
    [property: JsonPropertyName("kty")] string? KeyType,
    [property: JsonPropertyName("use")] string? Use,
    [property: JsonPropertyName("alg")] string? Algorithm,
    [property: JsonPropertyName("kid")] string? Id,
    [property: JsonPropertyName("n")] string? Modulus,
    [property: JsonPropertyName("e")] string? Exponent)
{
    /// <summary>Describes the public half of a key.</summary>
    /// <param name="id">Its <c>kid</c>.</param>
    /// <param name="key">The key.</param>
    /// <returns>What to publish.</returns>
    public static JsonWebKey Of(string id, RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new("RSA", "sig", "RS256", id, Base64Url.EncodeToString(numbers.Modulus), Base64Url.EncodeToString(numbers.Exponent));
    }

    internal TokenKey? ToTokenKey()
    {
        if (KeyType != "RSA" || Use is not (null or "sig") || Algorithm is not (null or "RS256") || Modulus is null || Exponent is null) return null;
        try
        {
            return TokenKey.FromNumbers(Id, Base64Url.DecodeFromChars(Modulus), Base64Url.DecodeFromChars(Exponent));
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
