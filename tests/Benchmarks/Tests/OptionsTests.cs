namespace MyThoughts.Benchmarks.Tests;

public sealed class OptionsTests
{
    [TestCase("", "gateway pages api search feed start memory", false)]
    [TestCase("all --quick", "gateway pages api search feed start memory", true)]
    [TestCase("start gateway", "gateway start", false)]
    [TestCase("--quick feed", "feed", true)]
    public void Parts_are_read(string line, string parts, bool isQuick)
    {
        var options = BenchOptions.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var problem);

        problem.Should().BeEmpty();
        string.Join(' ', options!.Parts).Should().Be(parts);
        options.IsQuick.Should().Be(isQuick);
    }

    [Test]
    public void Every_part_that_can_be_asked_for_can_be_measured() => BenchRun.Parts.Keys.Should().BeEquivalentTo(BenchOptions.All);

    [Test]
    public void A_part_that_there_is_not_is_named_with_those_that_there_are()
    {
        BenchOptions.Read(["gatway"], out var problem).Should().BeNull();

        problem.Should().Contain("'gatway'").And.Contain("gateway|pages");
    }
}
