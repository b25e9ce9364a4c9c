using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Tests.Keys;

internal sealed class OperatorKeyTests
{
    [Test]
    public void A_key_is_told_once_and_kept_as_a_hash()
    {
        var (key, text) = OperatorKey.Create("anna", Role.Viewer);
        text.Should().MatchRegex($"^mt_{key.Id}_[0-9a-f]{{64}}$");
        key.Hash.Should().HaveCount(32);
        text.Should().NotContain(Convert.ToHexStringLower(key.Hash));
        key.Is(text).Should().BeTrue();
        OperatorKey.Create("anna", Role.Viewer).Text.Should().NotBe(text);
    }

    [Test]
    public void Another_key_is_not_it_and_one_character_makes_another_key()
    {
        var (key, text) = OperatorKey.Create("anna", Role.Operator);
        for (var at = 0; at < text.Length; at++)
            key.Is(text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..]).Should().BeFalse();
        key.Is(OperatorKey.Create("anna", Role.Operator).Text).Should().BeFalse();
    }

    [TestCase(""), TestCase("mt"), TestCase("mt__"), TestCase("mt_12345678_"), TestCase("xx_12345678_" + Secret), TestCase("mt_1234567_" + Secret), TestCase("mt_1234567G_" + Secret)]
    [TestCase("mt_12345678_" + Secret + "0"), TestCase("MT_12345678_" + Secret), TestCase("mt_12345678_" + Secret + "_"), TestCase("mt_12345678_ " + Secret)]
    public void What_has_not_the_form_of_a_key_is_none(string text)
    {
        OperatorKey.IdOf(text).Should().BeNull();
        OperatorKey.Of(text, "anna", Role.Viewer).Should().BeNull();
    }

    [Test]
    public void The_ring_finds_a_key_by_its_text_alone()
    {
        var (key, text) = OperatorKey.Create("anna", Role.Operator);
        var ring = new KeyRing();
        ring.Find(text).Should().BeNull();
        ring.Replace([OperatorKey.Create("bruno", Role.Viewer).Key, key]);
        ring.Find(text).Should().Be(key);
        ring.Find($"mt_{key.Id}_{Secret}").Should().BeNull("knowing the id of a key is not having it");
        ring.Find(key.Id).Should().BeNull();
    }

    private const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
}
