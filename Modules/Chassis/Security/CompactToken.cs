using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MyThoughts.Chassis.Security;

/// <summary>A token taken apart by the book, its signature not checked yet. Whatever is out of the ordinary is no token.</summary>
internal sealed class CompactToken
{
    // A browser keeps no larger cookie. A name of 50 code points, escaped, and a signature of 8192 bits fit.
    public const int MostCharacters = 4096;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly byte[] signed;
    private readonly byte[] signature;

    private CompactToken(string? keyId, TokenClaims claims, byte[] signed, byte[] signature) =>
        (KeyId, Claims, this.signed, this.signature) = (keyId, claims, signed, signature);

    public string? KeyId { get; }

    public TokenClaims Claims { get; }

    public bool IsSignedWith(TokenKey key) => key.Verifies(signed, signature);

    public static CompactToken? TryRead(string text)
    {
        if (text.Length > MostCharacters) return null;
        var parts = text.Split('.', 4);
        if (parts.Length != 3 || Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } payload || Decode(parts[2]) is not { } signature)
            return null;
        return TryReadHeader(header, out var keyId) && TokenPayload.TryRead(payload) is { } claims
            ? new(keyId, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature)
            : null;
    }

    /// <summary>Reads one part as an object and hands it to a reader; null when it is no object, or not JSON by the book.</summary>
    public static T? WithObject<T>(byte[] utf8, Func<JsonElement, T?> read) where T : class
    {
        if (!Utf8.IsValid(utf8)) return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;   // an escaped surrogate without its partner: no string of .NET
        }
    }

    private static bool TryReadHeader(byte[] utf8, out string? keyId)
    {
        string? found = null;
        var accepted = WithObject(utf8, header => IsAccepted(header, out found) ? header.GetRawText() : null) is not null;
        keyId = found;
        return accepted;
    }

    private static bool IsAccepted(JsonElement header, out string? keyId)
    {
        keyId = null;
        // The token does not choose how it is checked: RS256, whatever it says. "crit" names rules that a reader must know; we know none.
        if (!IsText(header, "alg", "RS256") || header.TryGetProperty("crit", out _)) return false;
        if (header.TryGetProperty("typ", out var type)
            && (type.ValueKind != JsonValueKind.String || !string.Equals(type.GetString(), "JWT", StringComparison.OrdinalIgnoreCase))) return false;
        if (!header.TryGetProperty("kid", out var id)) return true;
        keyId = id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        return keyId is not null;
    }

    private static bool IsText(JsonElement header, string name, string value) =>
        header.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String && found.ValueEquals(value);

    // The decoder skips white space and padding; written back, only the one canonical spelling is the same.
    private static byte[]? Decode(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return part.Length > 0 && Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
