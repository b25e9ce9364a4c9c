using System.Buffers.Text;
using System.Text.Json;

namespace MyThoughts.Gateway.Traffic;

/// <summary>
/// Reads the user out of a bearer token without checking its signature: it picks a side and nothing else, and the host behind
/// that side refuses a forged one.
/// </summary>
internal static class TokenUser
{
    private const string Scheme = "Bearer ";
    private const int MaxHeaderLength = 8_192;
    private const int MaxUsernameLength = 256;
    private const int UsualLength = 1_024;

    public static string? Read(string authorization)
    {
        if (authorization.Length > MaxHeaderLength || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;

        var token = authorization.AsSpan(Scheme.Length).Trim();
        Span<Range> parts = stackalloc Range[4];
        return token.Split(parts, '.') == 3 ? Username(token[parts[1]]) : null;
    }

    private static string? Username(ReadOnlySpan<char> payload)
    {
        var length = Base64Url.GetMaxDecodedLength(payload.Length);
        Span<byte> json = length <= UsualLength ? stackalloc byte[UsualLength] : new byte[length];
        if (!TryDecode(payload, json, out var written)) return null;
        try
        {
            return Username(new Utf8JsonReader(json[..written]));
        }
        // The second is what a lone surrogate throws.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> payload, Span<byte> json, out int written)
    {
        written = 0;
        return Base64Url.IsValid(payload) && Base64Url.TryDecodeFromChars(payload, json, out written);
    }

    private static string? Username(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isUsername = reader.ValueTextEquals("username"u8);
            reader.Read();
            if (isUsername) return reader.TokenType == JsonTokenType.String ? Bounded(reader.GetString()) : null;
            reader.Skip();
        }

        return null;
    }

    private static string? Bounded(string? username) => username is { Length: > 0 and <= MaxUsernameLength } ? username : null;
}
