using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class WeightTests
{
    [TestCase("0", 0), TestCase("25", 2_500), TestCase("0.01", 1), TestCase("99.99", 9_999), TestCase("100", 10_000), TestCase("12.50", 1_250)]
    public void A_percentage_in_steps_of_a_hundredth_is_a_weight(string text, int basisPoints)
    {
        Weight.TryParse(text, out var weight).Should().BeTrue();
        weight.BasisPoints.Should().Be(basisPoints);
    }

    [TestCase("-1"), TestCase("100.01"), TestCase("0.001"), TestCase("1e2"), TestCase("25%"), TestCase("1,5"), TestCase(""), TestCase(null), TestCase("half")]
    [TestCase("99999999999999999999999999999999")]
    public void Anything_else_is_none(string? text) => Weight.TryParse(text, out _).Should().BeFalse();

    [TestCase("25", "25"), TestCase("12.50", "12.5"), TestCase("0.01", "0.01")]
    public void A_weight_reads_as_a_percentage(string text, string written)
    {
        Weight.TryParse(text, out var weight).Should().BeTrue();
        weight.ToString().Should().Be(written);
    }
}
