using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Reporting;

namespace MyThoughts.Benchmarks.Tests;

public sealed class RowTests
{
    private static readonly Target AtLeast = new("faster", 0.9, 1.2);
    private static readonly Target AtMost = new("smaller", 150, 110, "MB");

    [TestCase(1.2, ExpectedResult = nameof(Verdict.Aim))]
    [TestCase(0.9, ExpectedResult = nameof(Verdict.Must))]
    [TestCase(0.89, ExpectedResult = nameof(Verdict.Missed))]
    public string More_is_better_where_the_aim_is_more(double figure) => new Row(AtLeast, [figure]).Verdict.ToString();

    [TestCase(110, ExpectedResult = nameof(Verdict.Aim))]
    [TestCase(150, ExpectedResult = nameof(Verdict.Must))]
    [TestCase(151, ExpectedResult = nameof(Verdict.Missed))]
    public string Less_is_better_where_the_aim_is_less(double figure) => new Row(AtMost, [figure]).Verdict.ToString();

    [Test]
    public void The_median_of_an_even_number_of_rounds_lies_between_the_middle_two() =>
        new Row(AtLeast, [4, 1, 2, 3]).Median.Should().Be(2.5);

    [Test]
    public void Rounds_a_quarter_of_the_median_apart_are_a_result()
    {
        var row = new Row(AtLeast, [1.0, 1.25, 1.0]);

        row.Spread.Should().Be(0.25);
        row.Void.Should().BeNull();
    }

    [Test]
    public void Rounds_further_apart_are_void_and_the_figure_is_not_printed()
    {
        var row = new Row(AtLeast, [1.0, 1.26, 1.0]);

        row.Verdict.Should().Be(Verdict.Void);
        ConsoleReport.Line(row).Should().Contain("void: the rounds lie 26% apart").And.NotContain("1.00");
    }

    [Test]
    public void One_wrong_answer_rejects_however_good_the_figure_is()
    {
        var row = new Row(AtLeast, [2, 2, 2], "gateway: 1 wrong answers of 9, the first: status 500");

        row.Verdict.Should().Be(Verdict.Void);
        ConsoleReport.Line(row).Should().Contain("rejected").And.Contain("status 500").And.NotContain("2.00");
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_figure_that_is_no_number_is_void(double figure) => new Row(AtLeast, [1, figure, 1]).Verdict.Should().Be(Verdict.Void);

    [Test]
    public void Nothing_measured_is_void() => new Row(AtLeast, []).Void.Should().Contain("nothing was measured");
}
