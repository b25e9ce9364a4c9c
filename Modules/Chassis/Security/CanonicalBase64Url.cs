using System.Buffers;
using System.Buffers.Text;

namespace MyThoughts.Chassis.Security;

/// <summary>Base64url in its one canonical spelling (RFC 4648, section 3.5).</summary>
internal static class CanonicalBase64Url
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The bytes; null when there are none, or the spelling is another one.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        // The decoder would skip white space and padding. Stray bits behind the last byte it refuses itself.
        if (text.Length == 0 || text.ContainsAnyExcept(Alphabet)) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length ? bytes : null;
    }
}
