using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MyThoughts.Benchmarks.HandWritten;

/// <summary>Checks a token's signature and its end, with the key that Users publishes.</summary>
internal sealed class LoginCheck(RSA key)
{
    public static async Task<LoginCheck> CreateAsync(Uri keys)
    {
        using var client = new HttpClient();
        var newest = (await client.GetFromJsonAsync<JsonElement>(keys)).GetProperty("keys")[0];
        return new(RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(newest.GetProperty("n").GetString()), Exponent = Base64Url.DecodeFromChars(newest.GetProperty("e").GetString()),
        }));
    }

    public bool Passes(string? token)
    {
        if (token is null || token.LastIndexOf('.') is not (> 0 and var end)) return false;
        var signature = Base64Url.DecodeFromChars(token.AsSpan(end + 1));
        if (!key.VerifyData(Encoding.ASCII.GetBytes(token, 0, end), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) return false;
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(token.IndexOf('.') + 1, end - token.IndexOf('.') - 1)));
        return DateTimeOffset.FromUnixTimeSeconds(payload.RootElement.GetProperty("exp").GetInt64()) > DateTimeOffset.UtcNow;
    }
}
