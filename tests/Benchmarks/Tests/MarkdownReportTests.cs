using System.Text.Json;
using System.Xml.Linq;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Reporting;

namespace MyThoughts.Benchmarks.Tests;

public sealed class MarkdownReportTests
{
    private static readonly MachineFacts Machine = new(2, "A processor", 24, "Linux 6.1", ".NET 10.0.1", "15.9", "2.6.12", "4.1.0");

    private static readonly Chart Chart = new("by-size", "Latency & size", [
        new("flat", [new(10_000, 1), new(5_000_000, 1.1)]), new("steep <here>", [new(10_000, 1), new(5_000_000, 500)]), new("flat too", [new(10_000, 1), new(5_000_000, 1.1)])]);

    [Test]
    public void A_figure_is_written_with_its_limits_and_its_spread()
    {
        var page = Page(new Row(new("gateway against HAProxy", 0.9, 1.2), [0.95, 1.0, 1.05]));

        page.Should().Contain("| gateway against HAProxy | ≥ 0.9 | ≥ 1.2 | 1.00 | 10% | holds |").And.Contain("2 cores (A processor), 24 GB");
    }

    [Test]
    public void A_void_figure_is_not_written()
    {
        var page = Page(new Row(new("gateway against HAProxy", 0.9, 1.2), [0.87, 1.73, 2.61]));

        page.Should().Contain("void: the rounds lie").And.NotContain("1.73");
    }

    [Test]
    public void Arms_whose_every_comparison_is_void_are_not_written_for_anybody_can_divide()
    {
        var page = Page(new Row(new("a", 1, 2), [1, 2, 3]) { Arms = ["an arm"] }, new Row(new("b", 1, 2), [1, 2, 3]) { Arms = ["an arm", "another"] });
        var other = Page(new Row(new("a", 1, 2), [1, 2, 3]) { Arms = ["an arm"] }, new Row(new("b", 1, 2), [1, 1, 1]) { Arms = ["an arm", "another"] });

        page.Should().Contain("| an arm | void |");
        other.Should().Contain("| an arm | 1 | 2.00 | 3.00 | 4 | 5 |");
    }

    [Test]
    public void A_part_that_nobody_has_measured_says_how_to() => Page().Should().Contain("`dotnet run build.cs bench memory`");

    [Test]
    public void What_the_page_says_of_other_parts_stays_when_one_is_measured()
    {
        var before = MarkdownReport.Write(new Dictionary<string, BenchReport> { ["gateway"] = Report(true, "gateway"), ["search"] = Report(true, "search") });
        var report = Report(true, "gateway", new Row(new("gateway against HAProxy", 0.9, 1.2), [0.95, 1.0, 1.05]));

        var after = MarkdownReport.Write(new Dictionary<string, BenchReport> { ["gateway"] = report }, before);

        after.Should().Be(MarkdownReport.Write(new Dictionary<string, BenchReport> { ["gateway"] = report, ["search"] = Report(true, "search") }));
    }

    [Test]
    public void A_report_survives_its_file()
    {
        var report = Report(true, "pages", new Row(new("t", 1, 2), [1, 2]), new Row(new("u", 1, 2), [], "why"));
        var read = JsonSerializer.Deserialize<BenchReport>(JsonSerializer.Serialize(report, ReportFiles.Json), ReportFiles.Json)!;

        read.Should().BeEquivalentTo(report);
    }

    [Test]
    public void The_newest_report_of_a_part_is_quoted_but_no_quick_one_and_none_of_a_busy_machine()
    {
        var calm = Report(true, "gateway");
        var older = calm with { At = calm.At.AddDays(-1) };
        var quick = Report(false, "gateway") with { At = calm.At.AddDays(1) };
        var busy = calm with { At = calm.At.AddDays(2), Parts = [PartResult.Nothing("gateway", "the machine is busy")] };

        ReportFiles.Quotable([older, busy, calm, quick])["gateway"].Should().BeSameAs(calm);
        ReportFiles.Quotable([busy, quick]).Should().BeEmpty();
    }

    [Test]
    public void A_chart_is_well_formed_and_names_do_not_lie_on_each_other()
    {
        var svg = XDocument.Parse(LineChart.Draw(Chart));

        var heights = svg.Descendants().Where(element => element.Name.LocalName == "g")
            .Select(line => double.Parse(line.Elements().Last().Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        heights.Should().HaveCount(3);
        heights.Zip(heights.Skip(1), (above, below) => below - above).Should().AllSatisfy(gap => gap.Should().BeGreaterThanOrEqualTo(15));
    }

    private static string Page(params Row[] rows) => MarkdownReport.Write(new Dictionary<string, BenchReport> { ["gateway"] = Report(true, "gateway", rows) });

    private static BenchReport Report(bool isResult, string part, params Row[] rows) => new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), isResult, Machine,
        [new(part, rows, [new("an arm", new(1, 2, 3, 4, 5, 6), null)], ["a note"]) { Charts = [Chart] }]);
}
