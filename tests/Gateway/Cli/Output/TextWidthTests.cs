using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Tests.Cli.Output;

internal sealed class TextWidthTests
{
    [TestCase("", 0), TestCase("search", 6), TestCase("naïve", 5), TestCase("nai\u0308ve", 5), TestCase("思い", 4), TestCase("한국", 4), TestCase("Ａ", 2), TestCase("ｱ", 1)]
    [TestCase("🐻", 2), TestCase("👩‍👩‍👧", 2), TestCase("👍🏽", 2), TestCase("🇨🇭", 2), TestCase("❤️", 2), TestCase("❤", 1), TestCase("\u0301", 0), TestCase("é", 1), TestCase("Привет", 6), TestCase("שלום", 4)]
    public void A_text_is_as_wide_as_it_looks(string text, int columns) => TextWidth.Of(text).Should().Be(columns);

    [TestCase("search", 6, "search"), TestCase("search", 5, "sear…"), TestCase("思い出す", 5, "思い…"), TestCase("思い出す", 4, "思…"), TestCase("a 👩‍👩‍👧 b", 4, "a…"), TestCase("one two", 5, "one…")]
    public void It_is_cut_between_characters_as_people_see_them(string text, int most, string cut)
    {
        TextWidth.Cut(text, most).Should().Be(cut);
        TextWidth.Of(cut).Should().BeLessThanOrEqualTo(most);
    }
}
