using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Tests.Http;

public sealed class WellFormedTextTests
{
    // Not as attributes: the compiler writes those as UTF-8, which has no lone surrogates.
    private static readonly string[] Storable = ["", "plain", "\ud83e\udd8a", "a\nb"];
    private static readonly string[] NotStorable = ["\0", "a\ud83e", "\udd8a", "\udd8a\ud83e"];

    [Test]
    public void What_postgresql_cannot_store_is_refused_before()
    {
        Storable.Should().OnlyContain(text => WellFormedText.IsStorable(text));
        NotStorable.Should().OnlyContain(text => !WellFormedText.IsStorable(text));
    }

    [Test]
    public void An_emoji_of_one_code_point_counts_as_one() =>
        WellFormedText.CodePoints(string.Concat(Enumerable.Repeat("\ud83e\udd8a", 250))).Should().Be(250);
}
