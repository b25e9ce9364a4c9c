using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentAssertions.Execution;
using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class BadTokenTests(Topology topology)
{
    private Author author = null!;
    private JsonElement publicKey;

    private string Header => author.Visitor.Token!.Split('.')[0];
    private string Payload => author.Visitor.Token!.Split('.')[1];
    private string Signature => author.Visitor.Token!.Split('.')[2];
    private string KeyId => JsonDocument.Parse(Base64Url.Decode(Header)).RootElement.GetProperty("kid").GetString()!;

    [OneTimeSetUp]
    public async Task LogInAsync()
    {
        author = await topology.NewAuthorAsync();
        var keys = (await topology.NewVisitor().GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray();
        publicKey = keys.Single(key => key.GetProperty("kid").GetString() == KeyId);
    }

    [Test]
    public async Task A_missing_token_is_401_and_says_which_kind_is_wanted()
    {
        var answer = await topology.NewVisitor().GetAsync("/api/me/thoughts/");

        answer.ShouldBeAProblem(401);
        answer.Header("WWW-Authenticate").Should().StartWith("Bearer");
    }

    [TestCase(""), TestCase("."), TestCase(".."), TestCase("a.b.c"), TestCase("not a token"), TestCase("🦦.🦦.🦦")]
    public async Task A_malformed_token_is_401(string token) => await ShouldBeRefusedAsync(token);

    [Test]
    public async Task A_token_cut_short_or_too_long_is_401()
    {
        await ShouldBeRefusedAsync($"{Header}.{Payload}");
        await ShouldBeRefusedAsync($"{Header}.{Payload}.");
        await ShouldBeRefusedAsync($"{Header}.{Payload}.{Signature}.{Signature}");
        await ShouldBeRefusedAsync($"{Header}.{Payload}.{Signature[..^4]}");
        await ShouldBeRefusedAsync(new string('a', 10_000));
    }

    [Test]
    public async Task Another_scheme_than_Bearer_is_401()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/me/thoughts/");
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {author.Visitor.Token}");

        (await topology.NewVisitor().SendAsync(request)).ShouldBeAProblem(401);
    }

    [TestCase("none"), TestCase("None"), TestCase("NONE")]
    public async Task An_unsigned_token_is_401(string algorithm)
    {
        var header = Base64Url.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"{{KeyId}}"}""");
        await ShouldBeRefusedAsync($"{header}.{Payload}.");
        await ShouldBeRefusedAsync($"{header}.{Payload}.{Signature}");
    }

    [Test]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_401()
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Part("n"), Exponent = Part("e") });
        var signed = $"{Base64Url.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{KeyId}}"}""")}.{Payload}";

        foreach (var secret in new[] { Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), rsa.ExportSubjectPublicKeyInfo(), Part("n") })
            await ShouldBeRefusedAsync($"{signed}.{Base64Url.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");

        byte[] Part(string name) => Base64Url.Decode(publicKey.GetProperty(name).GetString()!);
    }

    [Test]
    public async Task A_token_signed_with_a_foreign_key_is_401_also_when_it_brings_the_key_along()
    {
        using var foreign = RSA.Create(2048);
        var key = foreign.ExportParameters(false);
        var jwk = $$"""{"kty":"RSA","n":"{{Base64Url.Encode(key.Modulus!)}}","e":"{{Base64Url.Encode(key.Exponent!)}}"}""";

        await ShouldBeRefusedAsync(Sign(foreign, $$"""{"alg":"RS256","typ":"JWT","kid":"{{KeyId}}"}"""));
        await ShouldBeRefusedAsync(Sign(foreign, """{"alg":"RS256","typ":"JWT"}"""));
        await ShouldBeRefusedAsync(Sign(foreign, """{"alg":"RS256","typ":"JWT","kid":"another"}"""));
        await ShouldBeRefusedAsync(Sign(foreign, $$"""{"alg":"RS256","typ":"JWT","jwk":{{jwk}}}"""));
    }

    [Test]
    public async Task An_expired_token_is_401_though_a_trusted_key_signed_it()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        await ShouldBeRefusedAsync(TheSystem.Issuer.Sign(author.Username, issued: now - 7200, expires: now - 3600));
    }

    [Test]
    public async Task A_token_without_key_id_is_tried_against_every_trusted_key()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var visitor = topology.NewVisitor();
        visitor.Token = TheSystem.Issuer.Sign(author.Username, issued: now, expires: now + 3600);

        (await visitor.PostJsonAsync("/api/me/thoughts/", new { text = "Signed elsewhere" })).Json.ShouldBeAThought(author.Username, "Signed elsewhere");
    }

    [Test]
    public async Task A_token_whose_content_was_changed_is_401()
    {
        var changed = Encoding.UTF8.GetString(Base64Url.Decode(Payload)).Replace(author.Username, "bruce", StringComparison.Ordinal);

        await ShouldBeRefusedAsync($"{Header}.{Base64Url.Encode(changed)}.{Signature}");
    }

    [Test]
    public async Task The_untouched_token_is_accepted_so_the_others_were_refused_for_their_faults()
    {
        (await author.Visitor.GetAsync("/api/me/thoughts/")).Status.Should().Be(200);
    }

    private async Task ShouldBeRefusedAsync(string token)
    {
        var visitor = topology.NewVisitor();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/me/thoughts/");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var scope = new AssertionScope(token);
        (await visitor.SendAsync(request)).ShouldBeAProblem(401);

        var asBrowser = new HttpRequestMessage(HttpMethod.Get, "/thoughts/") { Headers = { { "Accept", "text/html" } } };
        asBrowser.Headers.TryAddWithoutValidation("Cookie", "session=" + token);
        var page = await visitor.SendAsync(asBrowser);
        page.Status.Should().Be(302, "a session that does not hold leads to the login page");
        page.Location.Should().StartWith("/login/");
    }

    private string Sign(RSA key, string header)
    {
        var signed = $"{Base64Url.Encode(header)}.{Payload}";
        return $"{signed}.{Base64Url.Encode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }
}
