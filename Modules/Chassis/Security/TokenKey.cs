using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MyThoughts.Chassis.Security;

/// <summary>A public key that tokens may be signed with.</summary>
public sealed class TokenKey
{
    // RFC 7518 asks for 2048 bits at least; above 8192 checking a signature would be a way to keep the processor busy.
    private const int LeastBits = 2048;
    private const int MostBits = 8192;

    // Shared between requests: the platform's RSA keeps no state between calls, and importing a key costs five times a check.
    private readonly RSA rsa;

    private TokenKey(string? id, RSA rsa) => (Id, this.rsa) = (id, rsa);

    /// <summary>The key's <c>kid</c>; null when its source names none, and then every token is tried with it.</summary>
    public string? Id { get; }

    /// <summary>Makes a key of the two numbers that a JWKS publishes.</summary>
    /// <param name="id">The key's <c>kid</c>, or null.</param>
    /// <param name="modulus">The modulus, big-endian.</param>
    /// <param name="exponent">The public exponent, big-endian.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CryptographicException">These are no RSA key of 2048 to 8192 bits.</exception>
    public static TokenKey FromNumbers(string? id, byte[] modulus, byte[] exponent)
    {
        var rsa = RSA.Create();
        rsa.ImportParameters(new() { Modulus = modulus, Exponent = exponent });
        return Checked(id, rsa);
    }

    /// <summary>Reads a public key in PEM, as <c>openssl rsa -pubout</c> writes it.</summary>
    /// <param name="pem">The text of the file.</param>
    /// <returns>The key, without id.</returns>
    /// <exception cref="CryptographicException">The text is no public RSA key of 2048 to 8192 bits.</exception>
    public static TokenKey FromPem(string pem)
    {
        // A private key would work as well, but it has no business in a folder that every host reads.
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal)) throw new CryptographicException("this is a private key");
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (ArgumentException)
        {
            throw new CryptographicException("this is no public key in PEM");
        }
        return Checked(null, rsa);
    }

    /// <summary>The id of a key by RFC 7638, the same wherever it is computed.</summary>
    /// <param name="key">The key; its public numbers are used alone.</param>
    /// <returns>The thumbprint in base64url.</returns>
    public static string Thumbprint(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var canonical = $$"""{"e":"{{Base64Url.EncodeToString(numbers.Exponent)}}","kty":"RSA","n":"{{Base64Url.EncodeToString(numbers.Modulus)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    internal bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;   // some platforms throw when a signature has the wrong size
        }
    }

    private static TokenKey Checked(string? id, RSA rsa) =>
        rsa.KeySize is >= LeastBits and <= MostBits
            ? new(id, rsa)
            : throw new CryptographicException($"this key has {rsa.KeySize} bits, and {LeastBits} to {MostBits} are allowed");
}
