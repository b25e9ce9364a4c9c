using MyThoughts.BoundaryCheck.Metrics;

namespace MyThoughts.Boundaries.Tests.Metrics;

/// <summary>The text that hosts write is read to the letter.</summary>
internal sealed class PrometheusTextTests
{
    [Test]
    public void A_label_may_hold_anything()
    {
        var sample = PrometheusText.Parse("""a_b:c{path="C:\\x\n\"}{",mode="",} 1.5e3 1395066363000""", out _)!.Single();
        (sample.Name, sample["path"], sample["mode"], sample["none"], sample.Value).Should().Be(("a_b:c", "C:\\x\n\"}{", "", "", 1500d));
    }

    [TestCase("up 1"), TestCase("up{} 1"), TestCase("  up  1  "), TestCase("up 1 # {trace=\"x\"} 0.5"), TestCase("up +Inf"), TestCase("up NaN"), TestCase("up{a=\"b\" , c=\"d\"} 1\r")]
    public void A_sample_is_read(string line) => PrometheusText.Parse($"# HELP up What.\n{line}\n\n", out _).Should().ContainSingle().Which.Name.Should().Be("up");

    [TestCase("<!doctype html>"), TestCase("up"), TestCase("up one"), TestCase("up{a=b} 1"), TestCase("{\"status\":200}")]
    public void Any_other_line_is_told_by_its_number(string line)
    {
        PrometheusText.Parse($"# fine\nup 1\n{line}\n", out var badLine).Should().BeNull();
        badLine.Should().Be(3);
    }

    [Test]
    public void A_quantile_lies_within_its_bucket_as_Prometheus_puts_it()
    {
        (double, double)[] buckets = [(0.1, 50), (0.2, 90), (double.PositiveInfinity, 100)];
        Buckets.At(buckets, 0.25).Should().Be(new Quantile(0.05, false));
        Buckets.At(buckets, 0.7)!.Seconds.Should().BeApproximately(0.15, 1e-9);
        Buckets.At(buckets, 0.99).Should().Be(new Quantile(0.2, IsAtLeast: true), "nobody knows how long those beyond the last bound took");
        Buckets.At([(0.1, 0), (double.PositiveInfinity, 0)], 0.5).Should().BeNull();
        Buckets.At([], 0.5).Should().BeNull();
    }
}
