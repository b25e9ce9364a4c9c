using System.Buffers.Text;
using System.Text;

namespace MyThoughts.Gateway.Tests.Traffic;

/// <summary>Tokens as far as the gateway reads them: their signature is none.</summary>
internal static class Tokens
{
    public static string Of(string username) => OfPayload($$"""{"iat":1,"roles":[{"username":"not this"}],"username":"{{username}}"}""");

    public static string OfPayload(string payload) => $"Bearer {Part("""{"alg":"RS256"}""")}.{Part(payload)}.c2ln";

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
