using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyThoughts.Chassis.Security;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What a token costs the host that gets one with a request.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class TokenBenchmarks
{
    private readonly TokenVerifier verifier;
    private readonly string token;
    private readonly string forged;

    /// <summary>A key, and a token that is good for two days.</summary>
    public TokenBenchmarks()
    {
        using var rsa = RSA.Create(2048);
        var id = TokenKey.Thumbprint(rsa);
        token = new TokenSigner(rsa, id).Sign(TokenClaims.StartingAt("bruce", DateTimeOffset.UtcNow));
        forged = $"{token[..^6]}AAAAAA";
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        verifier = new([new OneKey(TokenKey.FromNumbers(id, numbers.Modulus!, numbers.Exponent!))], TimeProvider.System);
    }

    /// <summary>Taken apart and read by the book, the signature left unchecked.</summary>
    /// <returns>Whether it was a token.</returns>
    [Benchmark]
    public bool Read() => CompactToken.TryRead(token) is not null;

    /// <summary>All of it, RS256 too.</summary>
    /// <returns>Whether it was good.</returns>
    [Benchmark]
    public async Task<bool> Validate() => (await verifier.VerifyAsync(token, default)).Claims is not null;

    /// <summary>One that another key has signed.</summary>
    /// <returns>Whether it was good.</returns>
    [Benchmark]
    public async Task<bool> ValidateForged() => (await verifier.VerifyAsync(forged, default)).Claims is not null;

    private sealed class OneKey(TokenKey key) : ITokenKeySource
    {
        private readonly IReadOnlyList<TokenKey> keys = [key];

        public ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken) => new(keys);
    }
}
