using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MyThoughts.Users.Keys;

/// <summary>Encrypts private keys with the Data Protection keys that all hosts share: a copy of the database alone signs nothing.</summary>
internal sealed class PrivateKeyProtector(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("MyThoughts.Users.SigningKey");

    public string Protect(RSA pair) => Convert.ToBase64String(protector.Protect(pair.ExportPkcs8PrivateKey()));

    /// <summary>The key pair, for the caller to dispose; null when it was encrypted with a key that is lost.</summary>
    public RSA? Unprotect(string protectedKey)
    {
        var pair = RSA.Create();
        try
        {
            pair.ImportPkcs8PrivateKey(protector.Unprotect(Convert.FromBase64String(protectedKey)), out _);
            return pair;
        }
        catch (CryptographicException)
        {
            pair.Dispose();
            return null;
        }
    }
}
