using System.Text.Json.Nodes;
using MyThoughts.BoundaryCheck.Reports;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>What programs read: a field that is here today is here tomorrow.</summary>
internal sealed class JsonReportTests
{
    private static readonly JsonNode Report = JsonNode.Parse(JsonReport.Write(Shop.Broken))!;

    [Test]
    public void Its_fields_are_these_and_no_other() => Report.AsObject().Select(field => field.Key).Should().Equal(
        "format", "holds", "verdict", "modules", "hosts", "rules", "newViolations", "knownViolations", "gone", "notChecked", "edges", "readiness", "chassis", "history", "calls");

    [Test]
    public void The_verdict_and_the_states_of_rules_are_in_it()
    {
        ((int)Report["format"]!, (bool)Report["holds"]!, (string)Report["verdict"]!).Should().Be((1, false, "1 new violation"));
        Report["rules"]!.AsArray().Select(rule => $"{rule!["id"]} {rule["state"]} {rule["checkedInFull"]}").Should().Equal("module-references violated true", "foreign-schema known true", "grants notChecked false");
        Report["notChecked"]![0]!["rules"]![0]!.ToString().Should().Be("grants");
    }

    [Test]
    public void Violations_have_their_places_keys_and_reasons()
    {
        var known = Report["knownViolations"]![0]!;
        ((string)known["key"]!, (string)known["baseline"]!["since"]!, (int)known["place"]!["line"]!).Should().Be(("foreign-schema: Shop.Billing.Report.Sql -> orders.line", "2026-01-31", 9));
        Report["newViolations"]![0]!["baseline"].Should().BeNull();
        Report["gone"]![0]!["reason"]!.ToString().Should().Be("It was there before us");
    }

    [Test]
    public void Edges_readiness_history_and_calls_are_in_it()
    {
        Report["edges"]!.AsArray().Single(edge => (string)edge!["from"]! == "stock" && (string)edge["to"]! == "orders")!["isAllowed"]!.GetValue<bool>().Should().BeFalse();
        Report["modules"]![0]!["factors"]!.AsArray().Should().OnlyContain(factor => (int)factor!["points"]! == (int)factor["count"]! * (int)factor["each"]!);
        Report["history"]!["months"]!.AsArray().Select(month => (string)month!).Should().Equal("2026-01", "2026-02", "2026-03");
        Report["history"]!["modules"]![0]!["contractCommits"]!.AsArray().Sum(count => (int)count!).Should().Be(24);
        Report["calls"]![1]!["p99IsAtLeast"]!.GetValue<bool>().Should().BeTrue();
        Report["chassis"]!["fanIn"]![0]!["types"]!.GetValue<int>().Should().Be(2);
    }

    [Test]
    public void What_nobody_asked_for_is_null() =>
        JsonNode.Parse(JsonReport.Write(Shop.Clean))!.AsObject().Where(field => field.Value is null).Select(field => field.Key).Should().Equal("history", "calls");
}
