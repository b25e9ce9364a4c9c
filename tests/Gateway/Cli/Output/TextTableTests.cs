using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Tests.Cli.Output;

internal sealed class TextTableTests
{
    [Test]
    public void Columns_stand_below_each_other_whatever_is_in_them()
    {
        var table = new TextTable(new Column("name"), new Column("n") { IsRight = true }, new Column("why"));
        table.Add("思い", "1", "x");
        table.Add("search", "100", "");
        table.Add("a", "22", "two words");

        table.Lines(int.MaxValue, hasColor: false).Should().Equal("name      n  why", "思い      1  x", "search  100", "a        22  two words");
    }

    [Test]
    public void What_is_flexible_gives_way_to_a_narrow_window()
    {
        var table = new TextTable(new Column("id"), new Column("change") { IsFlexible = true }, new Column("reason") { IsFlexible = true });
        table.Add("12345678", "routes.search.weight 25% -> 50%", "because it went well so far");

        var lines = table.Lines(50, hasColor: false).ToList();

        lines.Should().OnlyContain(line => TextWidth.Of(line) <= 50);
        lines[1].Should().StartWith("12345678  routes.search.weight").And.Contain("…");
    }

    [Test]
    public void Nothing_is_cut_where_there_is_no_window()
    {
        var table = new TextTable(new Column("reason") { IsFlexible = true });
        table.Add(new string('x', 500));

        table.Lines(int.MaxValue, hasColor: false).Last().Should().HaveLength(500);
    }

    [Test]
    public void Colours_take_no_room()
    {
        var table = new TextTable(new Column("mode"), new Column("next"));
        table.Add(Cell.Of("drain", Tone.Warning), "x");

        table.Lines(80, hasColor: true).Last().Should().Be("\e[33mdrain\e[0m  x");
        table.Lines(80, hasColor: false).Last().Should().Be("drain  x");
    }

    [TestCase("a\tb\nc", "a b c"), TestCase("\e[2Jx", "\uFFFD[2Jx"), TestCase("a\u202Eb", "a\uFFFDb"), TestCase("👩‍👩‍👧", "👩‍👩‍👧"), TestCase("\u009Bx", "\uFFFDx"), TestCase("Ünïcödé 思", "Ünïcödé 思")]
    public void What_others_wrote_cannot_move_the_cursor(string text, string shown) => PlainText.Of(text).Should().Be(shown);
}
