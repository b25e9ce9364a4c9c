namespace MyThoughts.Users.Keys;

/// <summary>A key pair as stored.</summary>
/// <param name="Id">The highest one signs.</param>
/// <param name="Kid">The id that tokens name.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="ProtectedPrivateKey">PKCS #8, encrypted.</param>
internal sealed record SigningKey(long Id, string Kid, byte[] PublicKey, string ProtectedPrivateKey);
