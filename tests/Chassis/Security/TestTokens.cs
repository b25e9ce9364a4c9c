using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Security;

/// <summary>Makes tokens of every kind, the forbidden ones above all.</summary>
internal static class TestTokens
{
    public const string Header = """{"alg":"RS256","typ":"JWT"}""";

    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    public static string Payload { get; } = $$"""{"username":"bruce","iat":{{Now.ToUnixTimeSeconds()}},"exp":{{Now.AddDays(2).ToUnixTimeSeconds()}}}""";

    public static string Sign(RSA key, string header, string payload) =>
        Sign($"{Encode(header)}.{Encode(payload)}", bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(string signed, Func<byte[], byte[]> sign) =>
        $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";

    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static TokenKey PublicHalf(RSA key, string? id = null) =>
        key.ExportParameters(false) is var numbers ? TokenKey.FromNumbers(id, numbers.Modulus!, numbers.Exponent!) : null!;

    public static TokenVerifier Verifier(params TokenKey[] keys) => new([new FixedKeys(keys)], new TestClock(Now));

    internal sealed class FixedKeys(params TokenKey[] keys) : ITokenKeySource
    {
        public ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken) => new(keys);
    }

    /// <summary>Users, which is away and was never reached.</summary>
    internal sealed class NoKeysYet : ITokenKeySource
    {
        public ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken) => new((IReadOnlyList<TokenKey>?)null);
    }
}
