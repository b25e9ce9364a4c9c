using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MyThoughts.Chassis.Security;

/// <summary>Signs tokens: JSON Web Tokens with RS256 (RFC 7515, RFC 7519).</summary>
/// <param name="privateKey">The key; the caller keeps and disposes it.</param>
/// <param name="keyId">Its <c>kid</c>, by which others find the public key.</param>
public sealed class TokenSigner(RSA privateKey, string keyId)
{
    /// <summary>Signs a token.</summary>
    /// <param name="claims">What it says.</param>
    /// <returns>Header, payload and signature in base64url, with dots between.</returns>
    public string Sign(TokenClaims claims)
    {
        var header = Encode(new Dictionary<string, object> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = keyId });
        var payload = Encode(new Dictionary<string, object>
        {
            [Principals.UsernameClaim] = claims.Username,
            ["iat"] = claims.IssuedAt.ToUnixTimeSeconds(),
            ["exp"] = claims.ExpiresAt.ToUnixTimeSeconds(),
        });
        var signed = $"{header}.{payload}";
        var signature = privateKey.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
