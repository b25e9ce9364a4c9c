using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class TokenUserTests
{
    [TestCase("bruce"), TestCase("Zoë 🦆")]
    public void A_token_names_its_user(string username) => TokenUser.Read(Tokens.Of(username)).Should().Be(username);

    [Test]
    public void The_scheme_is_read_without_case() => TokenUser.Read(Tokens.Of("bruce").Replace("Bearer", "bearer", StringComparison.Ordinal)).Should().Be("bruce");

    [TestCase("""{"username":7}"""), TestCase("""{"username":""}"""), TestCase("""{"user":"bruce"}"""), TestCase("[1]"), TestCase("""{"username":"br"""), TestCase("""{"a":"""), TestCase("")]
    public void A_payload_without_one_names_nobody(string payload) => TokenUser.Read(Tokens.OfPayload(payload)).Should().BeNull();

    [TestCase("Bearer"), TestCase("Bearer a.b"), TestCase("Bearer a.b.c.d"), TestCase("Bearer a.!!!.c"), TestCase("Bearer ..")]
    [TestCase("Bearer a.\u00ff.c"), TestCase("Basic YTpi"), TestCase("Bearer a.e30=.c")]
    public void What_is_no_token_names_nobody(string authorization) => TokenUser.Read(authorization).Should().BeNull();

    [Test]
    public void Too_long_a_token_or_name_is_not_read()
    {
        TokenUser.Read(Tokens.Of(new string('x', 8_000))).Should().BeNull();
        TokenUser.Read(Tokens.Of(new string('x', 257))).Should().BeNull();
    }

    [Test]
    public void Broken_text_in_a_name_names_nobody() => TokenUser.Read(Tokens.OfPayload("""{"username":"\ud800"}""")).Should().BeNull();
}
