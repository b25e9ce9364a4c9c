using System.Security.Cryptography;
using System.Text;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;
using static MyThoughts.Chassis.Tests.Security.TestTokens;

namespace MyThoughts.Chassis.Tests.Security;

public sealed class TokenVerifierTests
{
    private static readonly RSA Ours = RSA.Create(2048);
    private static readonly RSA Foreign = RSA.Create(2048);

    [OneTimeTearDown]
    public void DisposeKeys()
    {
        Ours.Dispose();
        Foreign.Dispose();
    }

    [Test]
    public async Task A_signed_token_says_who_until_when()
    {
        var token = new TokenSigner(Ours, "first").Sign(TokenClaims.StartingAt("bruce wayne", Now));
        var claims = (await Verifier(PublicHalf(Ours, "first")).VerifyAsync(token, default)).Claims;
        claims.Should().Be(new TokenClaims("bruce wayne", Now, Now.AddDays(2)));
    }

    [TestCase("""{"alg":"RS256"}""")]
    [TestCase("""{"alg":"RS256","typ":"jwt","kid":"any","jku":"https://evil.example/keys","x5u":"https://evil.example/"}""")]
    public async Task Headers_that_change_nothing_are_accepted(string header) => (await CheckAsync(Sign(Ours, header, Payload))).Should().NotBeNull();

    [TestCase("""{"alg":"none"}"""), TestCase("""{"alg":"None"}"""), TestCase("""{"alg":"rs256"}"""), TestCase("""{"alg":"HS256"}""")]
    [TestCase("""{"alg":"RS512"}"""), TestCase("""{"alg":"PS256"}"""), TestCase("""{"alg":["RS256"]}"""), TestCase("""{"alg":null}"""), TestCase("{}")]
    [TestCase("""{"alg":"RS256","alg":"none"}"""), TestCase("""{"alg":"RS256","crit":["exp"]}"""), TestCase("""{"alg":"RS256","b64":false,"crit":["b64"]}""")]
    [TestCase("""{"alg":"RS256","kid":7}"""), TestCase("""{"alg":"RS256","kid":null}"""), TestCase("""{"alg":"RS256","kid":"\ud800"}""")]
    [TestCase("""{"alg":"RS256","typ":"JWE"}"""), TestCase("""{"alg":"RS256","typ":1}""")]
    [TestCase("""["RS256"]"""), TestCase("null"), TestCase("\"RS256\""), TestCase("{\"alg\":\"RS256\""), TestCase(""), TestCase("""{"alg":"RS256"}x""")]
    public async Task A_header_that_is_not_plain_rs256_is_refused_even_with_our_signature(string header) =>
        (await CheckAsync(Sign(Ours, header, Payload))).Should().BeNull();

    [TestCase("{}"), TestCase("[]"), TestCase("null"), TestCase(""), TestCase("not json"), TestCase("""{"exp":1900000000}""")]
    [TestCase("""{"username":"bruce"}"""), TestCase("""{"username":"","exp":1900000000}"""), TestCase("""{"username":7,"exp":1900000000}""")]
    [TestCase("""{"username":null,"exp":1900000000}"""), TestCase("""{"username":["bruce"],"exp":1900000000}""")]
    [TestCase("""{"username":"a\u0000b","exp":1900000000}"""), TestCase("""{"username":"\ud800","exp":1900000000}""")]
    [TestCase("""{"username":"bruce","username":"stephen","exp":1900000000}""")]
    [TestCase("""{"username":"bruce","exp":"1900000000"}"""), TestCase("""{"username":"bruce","exp":1.9e300}"""), TestCase("""{"username":"bruce","exp":null}""")]
    [TestCase("""{"username":"bruce","exp":99999999999999}"""), TestCase("""{"username":"bruce","exp":-1}"""), TestCase("""{"username":"bruce","exp":true}""")]
    [TestCase("""{"username":"bruce","exp":1900000000,"iat":"now"}"""), TestCase("""{"username":"bruce","exp":1900000000,"nbf":[]}""")]
    [TestCase("""{"username":"bruce","exp":1800000000}"""), TestCase("""{"username":"bruce","exp":1799999999}"""), TestCase("""{"username":"bruce","exp":0}""")]
    [TestCase("""{"username":"bruce","exp":1900000000,"iat":1800000061}"""), TestCase("""{"username":"bruce","exp":1900000000,"nbf":1800000061}""")]
    public async Task Claims_that_are_missing_wrong_expired_or_early_are_refused(string payload) =>
        (await CheckAsync(Sign(Ours, Header, payload))).Should().BeNull();

    [TestCase("""{"username":"bruce","exp":1800000001}"""), TestCase("""{"username":"bruce","exp":1900000000,"iat":1800000060}""")]
    public async Task The_last_second_and_a_clock_a_minute_ahead_are_accepted(string payload) =>
        (await CheckAsync(Sign(Ours, Header, payload))).Should().NotBeNull();

    [Test]
    public async Task A_name_of_fifty_code_points_passes_and_one_more_does_not()
    {
        (await CheckAsync(Sign(Ours, Header, Named(50)))).Should().NotBeNull();
        (await CheckAsync(Sign(Ours, Header, Named(51)))).Should().BeNull();
        static string Named(int length) => $$"""{"username":"{{string.Concat(Enumerable.Repeat("😀", length))}}","exp":1900000000}""";
    }

    [Test]
    public async Task An_unsigned_token_is_refused()
    {
        foreach (var alg in new[] { "none", "RS256" })
        {
            var signed = $"{Encode($$"""{"alg":"{{alg}}"}""")}.{Encode(Payload)}";
            foreach (var token in new[] { signed, signed + ".", signed + ".AA", signed + "..." }) (await CheckAsync(token)).Should().BeNull(token);
        }
    }

    [Test]
    public async Task Hs256_with_the_public_key_as_secret_is_refused()
    {
        byte[][] secrets = [Ours.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(Ours.ExportSubjectPublicKeyInfoPem()), Ours.ExportRSAPublicKey()];
        foreach (var alg in new[] { "HS256", "RS256" })
        foreach (var secret in secrets)
        {
            var signed = $"{Encode($$"""{"alg":"{{alg}}"}""")}.{Encode(Payload)}";
            (await CheckAsync(Sign(signed, bytes => HMACSHA256.HashData(secret, bytes)))).Should().BeNull();
        }
    }

    [Test]
    public async Task Other_hashes_and_paddings_are_refused_under_the_name_of_rs256()
    {
        var signed = $"{Encode(Header)}.{Encode(Payload)}";
        (await CheckAsync(Sign(signed, bytes => Ours.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)))).Should().BeNull();
        (await CheckAsync(Sign(signed, bytes => Ours.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)))).Should().BeNull();
        (await CheckAsync(Sign(signed, bytes => Ours.SignData(bytes, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)))).Should().BeNull();
    }

    [TestCase(null), TestCase("ours"), TestCase("unknown")]
    public async Task A_foreign_key_is_refused_whatever_it_calls_itself(string? kid)
    {
        var header = kid is null ? Header : $$"""{"alg":"RS256","kid":"{{kid}}"}""";
        (await Verifier(PublicHalf(Ours, "ours"), PublicHalf(Ours)).VerifyAsync(Sign(Foreign, header, Payload), default)).Claims.Should().BeNull();
    }

    [Test]
    public async Task A_key_inside_the_token_is_not_believed()
    {
        var own = JsonWebKey.Of("evil", Foreign);
        var header = $$"""{"alg":"RS256","kid":"evil","jwk":{"kty":"RSA","kid":"evil","n":"{{own.Modulus}}","e":"{{own.Exponent}}"} }""";
        (await CheckAsync(Sign(Foreign, header, Payload))).Should().BeNull();
    }

    [Test]
    public async Task A_changed_or_exchanged_part_is_refused()
    {
        var good = Sign(Ours, Header, Payload).Split('.');
        var other = Sign(Ours, Header, Payload.Replace("bruce", "stephen", StringComparison.Ordinal)).Split('.');
        (await CheckAsync($"{good[0]}.{other[1]}.{good[2]}")).Should().BeNull();
        (await CheckAsync($"{good[0]}.{good[1]}.{other[2]}")).Should().BeNull();
        (await CheckAsync($"{good[0]}.{good[1]}.{good[2]}.{good[2]}")).Should().BeNull();
        (await CheckAsync($"{good[1]}.{good[0]}.{good[2]}")).Should().BeNull();
    }

    [Test]
    public async Task Only_the_one_canonical_spelling_is_a_token()
    {
        var token = Sign(Ours, Header, Payload);
        (await CheckAsync(token)).Should().NotBeNull();
        var last = token[^1];
        // The last character of 256 bytes carries two bits: three neighbours decode to the same bytes.
        var twin = token[..^1] + (char)(last + 1);
        foreach (var spelled in new[] { token + "=", token + "==", " " + token, token + " ", token + "\n", token.Replace(".", " .", StringComparison.Ordinal), twin, token.Replace('_', '/') + "/", token + "é" })
            (await CheckAsync(spelled)).Should().BeNull(spelled);
    }

    [Test]
    public async Task What_is_no_token_at_all_is_refused()
    {
        foreach (var text in new[] { "", ".", "..", "...", "a.b.c", "Bearer", new string('.', 5000), new string('A', 100_000), "\0.\0.\0", "😀.😀.😀" })
            (await CheckAsync(text)).Should().BeNull();
    }

    [Test]
    public async Task An_oversized_token_is_refused_though_its_signature_is_right()
    {
        var padded = Payload.Replace("}", $",\"more\":\"{new string('x', 4000)}\"}}", StringComparison.Ordinal);
        (await CheckAsync(Sign(Ours, Header, padded))).Should().BeNull();
    }

    [Test]
    public async Task Nested_and_invalid_json_is_refused()
    {
        var deep = $$"""{"username":"bruce","exp":1900000000,"x":{{new string('[', 60)}}{{new string(']', 60)}}}""";
        (await CheckAsync(Sign(Ours, Header, deep))).Should().BeNull();
        byte[] invalid = [.. "{\"username\":\""u8, 0xFF, 0xC0, .. "\",\"exp\":1900000000}"u8];
        var signed = $"{Encode(Header)}.{System.Buffers.Text.Base64Url.EncodeToString(invalid)}";
        (await CheckAsync(Sign(signed, bytes => Ours.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))).Should().BeNull();
    }

    [Test]
    public async Task A_token_without_kid_is_tried_with_every_key_of_every_source()
    {
        var verifier = new TokenVerifier([new FixedKeys(PublicHalf(Foreign, "a")), new FixedKeys(PublicHalf(Foreign), PublicHalf(Ours, "b"))], new TestClock(Now));
        (await verifier.VerifyAsync(Sign(Ours, Header, Payload), default)).Claims.Should().NotBeNull();
    }

    [Test]
    public async Task A_token_whose_key_may_be_among_those_never_reached_is_not_called_bad()
    {
        var verifier = new TokenVerifier([new FixedKeys(PublicHalf(Foreign, "trusted")), new NoKeysYet()], new TestClock(Now));
        (await verifier.VerifyAsync(Sign(Ours, Header, Payload), default)).Should().Be(TokenVerification.NoKeys);
        (await verifier.VerifyAsync(Sign(Foreign, Header, Payload), default)).Claims.Should().NotBeNull();
    }

    [Test]
    public async Task Without_any_key_nobody_can_tell_but_nonsense_is_still_nonsense()
    {
        (await Verifier().VerifyAsync(Sign(Ours, Header, Payload), default)).Should().Be(TokenVerification.NoKeys);
        (await Verifier().VerifyAsync("nonsense", default)).Should().Be(TokenVerification.Refused);
    }

    [Test]
    public async Task Many_at_once_are_all_checked_right()
    {
        var (good, bad) = (Sign(Ours, Header, Payload), Sign(Foreign, Header, Payload));
        var verifier = Verifier(PublicHalf(Ours));
        await Parallel.ForAsync(0, 500, async (number, cancellationToken) =>
        {
            var isGood = number % 2 == 0;
            ((await verifier.VerifyAsync(isGood ? good : bad, cancellationToken)).Claims is not null).Should().Be(isGood);
        });
    }

    private static async Task<TokenClaims?> CheckAsync(string token) => (await Verifier(PublicHalf(Ours)).VerifyAsync(token, default)).Claims;
}
