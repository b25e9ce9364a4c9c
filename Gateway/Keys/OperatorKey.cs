using System.Security.Cryptography;
using System.Text;

namespace MyThoughts.Gateway.Keys;

/// <summary>What a key allows.</summary>
internal enum Role
{
    /// <summary>Reading.</summary>
    Viewer,

    /// <summary>Reading and changing.</summary>
    Operator,
}

/// <summary>A key that is in force. Of its secret, only the hash is kept: 256 random bits need no salt.</summary>
/// <param name="Id">Public part of the key, which finds it.</param>
/// <param name="Name">Who has it, as history shows.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Hash">SHA-256 of the whole key.</param>
internal sealed record OperatorKey(string Id, string Name, Role Role, byte[] Hash)
{
    private const string Prefix = "mt";
    private const int IdLength = 8;
    private const int SecretBytes = 32;
    private const int LongestKey = 100;

    /// <summary>Makes a key; its text is told once and kept nowhere.</summary>
    public static (OperatorKey Key, string Text) Create(string name, Role role)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        var text = $"{Prefix}_{id}_{RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true)}";
        return (Of(text, name, role)!, text);
    }

    /// <summary>The key of a text that exists already, for example in a file; null when it has no key's form.</summary>
    public static OperatorKey? Of(string text, string name, Role role) => IdOf(text) is { } id ? new(id, name, role, HashOf(text)) : null;

    /// <summary>The public part of a text that may be a key; null when it has no key's form.</summary>
    public static string? IdOf(string text)
    {
        if (text.Length > LongestKey || text.Split('_') is not [Prefix, { Length: IdLength } id, { Length: SecretBytes * 2 } secret]) return null;
        return id.All(char.IsAsciiHexDigitLower) && secret.All(char.IsAsciiHexDigitLower) ? id : null;
    }

    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(text));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
