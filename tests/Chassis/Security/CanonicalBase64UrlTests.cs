using System.Buffers.Text;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Tests.Security;

internal sealed class CanonicalBase64UrlTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [TestCase(1), TestCase(2), TestCase(3), TestCase(32), TestCase(256)]
    public void Of_all_last_characters_those_that_leave_no_bits_over_are_accepted(int length)
    {
        var text = Base64Url.EncodeToString(new byte[length]);
        var accepted = Alphabet.Count(last => CanonicalBase64Url.Decode($"{text[..^1]}{last}") is not null);
        // 6 bits of the last character, 4 or 2 of which no byte takes.
        accepted.Should().Be((length % 3) switch { 1 => 4, 2 => 16, _ => 64 });
    }

    [Test]
    public void Whatever_is_accepted_is_spelled_the_same_when_written_back()
    {
        var random = new Random(17);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string(random.GetItems<char>($"{Alphabet}=+/ \n", random.Next(1, 6)));
            if (CanonicalBase64Url.Decode(text) is { } bytes) Base64Url.EncodeToString(bytes).Should().Be(text);
            else ByDefinition(text).Should().BeNull(text);
        }
    }

    [TestCase(""), TestCase("A"), TestCase("AAAAA"), TestCase("AA=="), TestCase("AA AA"), TestCase("AA\nAA"), TestCase("A+/A"), TestCase("AAé=")]
    public void Another_spelling_is_none(string text) => CanonicalBase64Url.Decode(text).Should().BeNull();

    // By the definition: what is the same when it is decoded and encoded again.
    private static byte[]? ByDefinition(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
