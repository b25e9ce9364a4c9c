using System.Text;

namespace MyThoughts.Chassis.Security;

/// <summary>A token taken apart by the book, its signature not checked yet. Whatever is out of the ordinary is no token.</summary>
internal sealed class CompactToken
{
    // A browser keeps no larger cookie. A name of 50 code points, escaped, and a signature of 8192 bits fit.
    public const int MostCharacters = 4096;

    private readonly string text;
    private readonly int signedLength;
    private readonly byte[] signature;

    private CompactToken(string? keyId, TokenClaims claims, string text, int signedLength, byte[] signature) =>
        (KeyId, Claims, this.text, this.signedLength, this.signature) = (keyId, claims, text, signedLength, signature);

    public string? KeyId { get; }

    public TokenClaims Claims { get; }

    public bool IsSignedWith(TokenKey key)
    {
        Span<byte> signed = stackalloc byte[signedLength];
        Encoding.ASCII.GetBytes(text.AsSpan(0, signedLength), signed);
        return key.Verifies(signed, signature);
    }

    public static CompactToken? TryRead(string text)
    {
        if (text.Length > MostCharacters) return null;
        Span<Range> parts = stackalloc Range[4];
        if (text.AsSpan().Split(parts, '.') != 3
            || CanonicalBase64Url.Decode(text.AsSpan(parts[0])) is not { } header
            || CanonicalBase64Url.Decode(text.AsSpan(parts[1])) is not { } payload
            || CanonicalBase64Url.Decode(text.AsSpan(parts[2])) is not { } signature) return null;
        return TokenHeader.TryRead(header) is { KeyId: var keyId } && TokenPayload.TryRead(payload) is { } claims
            ? new(keyId, claims, text, parts[1].End.Value, signature)
            : null;
    }
}
