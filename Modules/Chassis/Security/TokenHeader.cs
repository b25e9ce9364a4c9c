using System.Text.Json;

namespace MyThoughts.Chassis.Security;

/// <summary>What the header of a token says that is signed the only way there is.</summary>
/// <param name="KeyId">Which key has signed it, by its own word; null when it names none.</param>
internal sealed record TokenHeader(string? KeyId)
{
    private static readonly TokenHeader Nameless = new(KeyId: null);

    public static TokenHeader? TryRead(byte[] utf8) => StrictJson.WithObject(utf8, static header =>
    {
        // The token does not choose how it is checked: RS256, whatever it says. "crit" names rules that a reader must know; we know none.
        if (!IsText(header, "alg"u8, "RS256"u8) || header.TryGetProperty("crit"u8, out _) || !IsWebToken(header)) return null;
        if (!header.TryGetProperty("kid"u8, out var id)) return Nameless;
        return id.ValueKind == JsonValueKind.String ? new(id.GetString()) : null;
    });

    private static bool IsText(JsonElement header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        header.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String && found.ValueEquals(value);

    private static bool IsWebToken(JsonElement header) => !header.TryGetProperty("typ"u8, out var type)
        || (type.ValueKind == JsonValueKind.String && (type.ValueEquals("JWT"u8) || string.Equals(type.GetString(), "JWT", StringComparison.OrdinalIgnoreCase)));
}
