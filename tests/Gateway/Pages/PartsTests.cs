using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Pages.Changes;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>Figures, charts and words as the pages write them.</summary>
internal sealed class PartsTests
{
    [TestCase(null, "–"), TestCase(0.04, "0.0 ms"), TestCase(4.06, "4.1 ms"), TestCase(9.96, "10 ms"), TestCase(219.6, "220 ms"), TestCase(999.6, "1.0 s"), TestCase(12_340.0, "12.3 s")]
    public void A_time_has_as_many_digits_as_mean_something(double? milliseconds, string text) => Units.Time(milliseconds).Should().Be(text);

    [TestCase(0, "0.0/s"), TestCase(99.94, "99.9/s"), TestCase(99.96, "100/s"), TestCase(12_345.6, "12,346/s")]
    public void A_rate_has_its_unit(double requests, string text) => Units.PerSecond(requests).Should().Be(text);

    [Test]
    public void Shares_are_exact_where_decided_and_rounded_where_measured()
    {
        (Units.Exact(0.0005), Units.Exact(0.25), Units.Measured(0.2512), Units.Measured(null), Units.Failed(0.0001)).Should().Be(("0.05%", "25%", "25.1%", "–", "0.01%"));
    }

    [Test]
    public void A_chart_breaks_its_line_where_nothing_was_asked_and_ends_at_the_right_edge()
    {
        var svg = Text(Chart.Draw("Requests", 10, new ChartLine(Side.Service, [0, 10, null, 5])));
        svg.Should().Contain("d=\"M86 24L87 1M89 12.5h.5\"").And.Contain("class=\"service\"").And.Contain("aria-label=\"Requests\"");
        Text(Chart.Draw("Requests", 10, new ChartLine(Side.Monolith, []))).Should().NotContain("class=\"monolith\"");
    }

    [TestCase(0, 1), TestCase(1.0, 1), TestCase(1.2, 2), TestCase(4, 5), TestCase(6, 10), TestCase(1_001, 2_000)]
    public void A_scale_ends_at_a_round_number(double highest, double top) => Chart.TopOf([null, highest], 1).Should().Be(top);

    [TestCase("/admin/", "/admin/"), TestCase("/admin/routes/search?x=1", "/admin/routes/search?x=1"), TestCase("/admin", "/admin")]
    [TestCase(null, "/admin/"), TestCase("https://evil.example/admin/", "/admin/"), TestCase("//evil.example/admin/", "/admin/"), TestCase("/\\evil.example", "/admin/")]
    [TestCase("/admin/\\..\\..\\x", "/admin/"), TestCase("/admin/../search", "/admin/"), TestCase("/search", "/admin/"), TestCase("/admin/\t/x", "/admin/"), TestCase("/admin/logout", "/admin/")]
    public void After_the_login_one_goes_to_these_pages_and_nowhere_else(string? wanted, string path) => ReturnPath.Of(wanted).Should().Be(path);

    [Test]
    public void A_field_that_nobody_touched_follows_the_state()
    {
        var seen = Route(25);
        var now = Route(60) with { Service = new(Mode.Drain) };
        new RouteFields("25", "ready", "ready").On(now, seen).Should().Be(new RouteFields("60", "ready", "drain"));
        new RouteFields("30 %", "maint", null).On(now, seen).Should().Be(new RouteFields("30", "maint", "drain"));
        // A version that nobody knows: what stands there is what is meant.
        new RouteFields("25", "ready", "ready").On(now, null).Should().Be(new RouteFields("25", "ready", "ready"));
    }

    [Test]
    public void What_a_change_does_to_people_is_said()
    {
        Effects(Route(25), Route(30.5m)).Should().ContainSingle().Which.Should().StartWith("5.5% of search’s visitors move from the monolith to the service: 25% → 30.5%");
        Effects(Route(25), Route(0)).Should().ContainSingle().Which.Should().StartWith("25% of search’s visitors move from the service to the monolith: 25% → 0%");
        Effects(Route(25), Route(25) with { Monolith = new(Mode.Maint) }).Should().ContainSingle().Which.Should().StartWith("75% of search’s visitors move from the monolith to the service");
        Effects(Route(25), Route(25) with { Monolith = new(Mode.Maint), Service = new(Mode.Maint) }).Should().ContainSingle().Which.Should().Contain("503");
        Effects(Route(25) with { Service = new(Mode.Maint) }, Route(50) with { Service = new(Mode.Maint) }).Should().ContainSingle().Which.Should().StartWith("Nobody moves yet");
        Effects(Route(25), Route(25)).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Effects(TrafficRoute before, TrafficRoute after) => Gateway.Pages.Changes.Effects.Between(new([before], []), new([after], []));

    private static TrafficRoute Route(decimal percent) =>
        new("search", ["/search"], "search", Weight.TryFrom(percent, out var weight) ? weight : throw new ArgumentException("no weight"), ModeState.Ready, ModeState.Ready);

    private static string Text(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
