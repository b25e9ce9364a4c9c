using System.Text.RegularExpressions;
using System.Xml.Linq;
using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Reports;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>The page that people read.</summary>
internal sealed partial class HtmlReportTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 31, 12, 5, 0, TimeSpan.Zero);
    private static readonly string Page = HtmlReport.Write(Shop.Broken, At);

    [Test]
    public void A_violation_that_holds_markup_is_shown_as_text()
    {
        Page.Should().NotContain("<script").And.Contain("Secret&lt;script&gt;alert(1)&lt;/script&gt;");
        Page.Should().Contain("// &lt;b&gt;&amp;", "the source is text as well");
    }

    [Test]
    public void A_violation_shows_its_line_among_its_neighbours() =>
        Page.Should().Contain("<span><span class=\"number\">2</span></span><mark><span class=\"number\">3</span>internal sealed class Peek").And.Contain("Call its contract, or follow its feed.");

    [Test]
    public void A_source_that_is_gone_changed_or_outside_shows_no_lines()
    {
        foreach (var place in new Place[] { new("Modules/Stock/Module/None.cs", 3), new("Modules/Stock/Module/Peek.cs", 99), new("Modules/Stock/Module/Peek.cs", 0), new(Place.Database, 0), new("../secret.txt", 1) })
            HtmlReport.Write(Shop.Clean with { New = [Shop.Peek with { Place = place }] }, At).Should().NotContain("<mark>");
    }

    [Test]
    public void The_verdict_holds_only_when_everything_was_checked()
    {
        Headline(Shop.Clean).Should().Be("The boundaries hold");
        Headline(Shop.Broken).Should().Be("1 new violation");
        Headline(Shop.Clean with { Gone = [Shop.Old] }).Should().Be("The baseline lists 1 violation no longer there");
        Headline(Shop.Clean with { Facts = Shop.Facts with { NotChecked = [Shop.NoDatabase] } }).Should().Be("No new violation, but 1 rule was not checked in full");
    }

    [Test]
    public void A_rule_that_was_not_checked_does_not_hold()
    {
        var rules = Page[Page.IndexOf("id=\"rules\"", StringComparison.Ordinal)..];
        Row(rules, "grants").Should().Contain("not checked in full").And.NotContain("holds");
        Row(rules, "module-references").Should().Contain("1 new");
        Row(rules, "foreign-schema").Should().Contain("1 known");
        Row(HtmlReport.Write(Shop.Clean, At), "grants").Should().Contain("holds");
    }

    [Test]
    public void Every_link_of_the_page_leads_somewhere_within_it()
    {
        var links = Link().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        links.Should().HaveCountGreaterThan(15).And.OnlyContain(link => link.StartsWith('#') && Page.Contains($"id=\"{link.Substring(1)}\"", StringComparison.Ordinal));
    }

    [Test]
    public void The_page_needs_nothing_from_elsewhere() =>
        Page.Should().NotContain("http").And.NotContain("src=").And.NotContain("@import").And.NotContain("<link").And.NotContain("style=").And.NotContain("onclick");

    [Test]
    public void Its_markup_is_whole_and_every_table_has_a_caption_and_every_drawing_a_text()
    {
        // All that XML does not allow in HTML is the doctype and the elements without an end.
        var xml = XDocument.Parse(Page.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("charset=\"utf-8\">", "charset=\"utf-8\"/>", StringComparison.Ordinal)
            .Replace("initial-scale=1\">", "initial-scale=1\"/>", StringComparison.Ordinal).Replace("content=\"light dark\">", "content=\"light dark\"/>", StringComparison.Ordinal));
        xml.Descendants("table").Should().NotBeEmpty().And.OnlyContain(table => table.Element("caption") != null);
        xml.Descendants("svg").Should().OnlyContain(svg => svg.Attribute("aria-hidden") != null || (svg.Attribute("role") != null && svg.Element("title") != null));
        xml.Descendants().Attributes("id").Select(id => id.Value).Should().OnlyHaveUniqueItems();
        xml.Descendants("desc").Single().Value.Should().Contain("billing uses orders at 5 places").And.Contain("stock uses orders at 1 place, which the map does not allow").And.Contain("billing follows the feed of orders").And.Contain("Shop.Web holds stock");
    }

    [Test]
    public void The_matrix_counts_places_and_marks_what_is_not_allowed() =>
        Page.Should().Contain("aria-label=\"billing uses orders at 5 places\">5</a>").And.Contain("aria-label=\"stock uses orders at 1 place, not allowed\">✕ 1</a>").And.Contain("<td class=\"muted\">unused</td>");

    [Test]
    public void The_baseline_coupling_calls_and_the_chassis_are_in_it() =>
        Page.Should().Contain("Let pass since 2026-01-31").And.Contain("The report moves to the feed | in March.").And.Contain("orders and stock").And.Contain("1,200 calls")
            .And.Contain("over 10 s").And.Contain("110 lines in 1 file, 1 public type.").And.Contain("2026-03-31 12:05 UTC").And.Contain("Commits that changed the contracts of orders: 2026-01 8, 2026-02 8, 2026-03 8");

    [Test]
    public void What_was_not_asked_or_is_too_little_is_a_sentence_and_no_empty_table()
    {
        HtmlReport.Write(Shop.Clean, At).Should().Contain("Not checked: the history was not asked for.").And.Contain("Not checked: no host&#39;s metrics were named.").And.Contain("The baseline lists none.");
        var young = HtmlReport.Write(Shop.Clean with { History = new([Shop.Broken.History!.Counted[0]], 0, 0, []) }, At);
        young.Should().Contain("Too little history for coupling: 1 counted commits").And.Contain("Too little history for a trend").And.NotContain("Modules that change in the same commits");
        HtmlReport.Write(Shop.Clean with { History = ChangeHistory.None("there is no git repository") }, At).Should().Contain("not checked: coupling over time, contract churn and growth of the chassis: there is no git repository.");
        young.Should().NotContain("<tbody></tbody>");
        Page.Should().NotContain("<tbody></tbody>");
    }

    private static string Headline(CheckResult result) => Title().Match(HtmlReport.Write(result, At)).Groups[1].Value;

    private static string Row(string page, string rule) => page.Split("<tr>").Last(row => row.Contains($">{rule}</th>", StringComparison.Ordinal));

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("</svg>([^<]*)</span></h1>")]
    private static partial Regex Title();
}
