using MyThoughts.BoundaryCheck.Reports;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>The page of the docs that CI keeps fresh.</summary>
internal sealed class MarkdownReportTests
{
    private static readonly string Page = MarkdownReport.Write(Shop.Broken);

    [Test]
    public void The_diagram_shows_uses_feeds_hosts_and_what_is_not_allowed() => Page.Should().Contain("""
        flowchart TD
            m0["orders"]
            m1["billing"]
            m2["stock"]
            h0(["Shop.Web"])
            h0 --> m1
            h0 --> m0
            h0 --> m2
            m1 -->|"4"| m0
            m2 -->|"unused"| m1
            m2 ==>|"not allowed: 1"| m0
            m0 -.->|"feed"| m1
        """.ReplaceLineEndings("\n").Replace("\"feed\"", "feed", StringComparison.Ordinal));

    [Test]
    public void A_module_has_its_neighbours_feeds_tables_paths_and_violations_in_a_table()
    {
        Page.Should().Contain("| depends on | orders (2 members called, 2 other names) |")
            .And.Contain("| used by | billing: `IOrders.CancelAsync` called once, `IOrders.FindAsync` called 2 times, `Order`, `Order.Total` |")
            .And.Contain("| follows the feeds of | orders |").And.Contain("| its feed is followed by | billing |")
            .And.Contain("| schema | `orders` with `orders.line`, `orders.open`, `orders.order` |").And.Contain("| paths | `/orders`, `/api/orders` |")
            .And.Contain("| known violations | `foreign-schema` the SQL of billing names the schema orders (Modules/Billing/Module/Report.cs), since 2026-01-31: The report moves to the feed \\| in March |");
    }

    [Test]
    public void Rules_hosts_and_readiness_are_in_it() =>
        Page.Should().Contain("| `grants` | A role that may read a neighbour's table will. | Revoke it. |").And.Contain("| Shop.Billing.Service | billing |")
            .And.Contain("| contract members of neighbours that it calls | 3 | 2 | 0 | 0 |").And.Contain("1. Remove the violation");

    [Test]
    public void History_metrics_and_lines_do_not_change_it()
    {
        Page.Should().Be(MarkdownReport.Write(Shop.Broken with { History = null, Calls = null }));
        var moved = Shop.Broken.Facts.References.Select(use => use with { Place = use.Place with { Line = use.Place.Line + 100 } });
        Page.Should().Be(MarkdownReport.Write(Shop.Broken with { Facts = Shop.Broken.Facts with { References = [.. moved.Reverse()] }, New = [Shop.Peek with { Place = new("Modules/Stock/Module/Peek.cs", 50) }] }));
        Page.Should().StartWith(MarkdownReport.Header).And.NotContain("\r").And.NotContain(Shop.Root);
    }

    [Test]
    public void Names_stay_text_in_tables_and_in_the_diagram()
    {
        Page.Should().Contain("stock uses Secret&lt;script\\>alert(1)&lt;/script\\> of orders").And.NotContain("<script");
        var odd = new MapModule("a\"]|<b>`");
        var facts = Shop.Facts with { Solution = Shop.Facts.Solution with { Map = new([odd]), Projects = [] }, References = [], Types = [], Texts = [], Paths = [] };
        MarkdownReport.Write(new(facts, [], [], []) { Rules = [] }).Should().Contain("m0[\"a#34;#93;#124;#60;b#62;#96;\"]").And.Contain("## a\"\\]\\|&lt;b\\>\\`");
    }
}
