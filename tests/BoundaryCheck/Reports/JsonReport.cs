using System.Text.Encodings.Web;
using System.Text.Json;
using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Readiness;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>Everything for programs; <see cref="JsonModel" /> says what each field is.</summary>
internal static class JsonReport
{
    public const int Format = 1;

    // Generic names are full of angle brackets, and nobody puts this into a page.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CheckResult result) => JsonSerializer.Serialize(Of(BoundaryReport.Of(result)), Options) + "\n";

    private static JsonModel Of(BoundaryReport report)
    {
        var result = report.Result;
        return new(
            Format, result.Holds, HtmlReport.Verdict(result).Text,
            [.. report.Modules.Select(module => Of(report.Readiness.Modules.First(ready => ready.Module == module)))],
            [.. report.Hosts.Select(host => new JsonHost(host.Host.Name, host.Modules))],
            [.. result.Rules.Select(rule => Of(result, rule))],
            [.. result.New.OrderBy(violation => violation.Place).Select(violation => Of(violation, null))],
            [.. result.Known.OrderBy(known => known.Violation.Place).Select(known => Of(known.Violation, known.Entry))],
            [.. result.Gone.Select(Of)],
            [.. result.NotChecked.Select(line => new JsonNotChecked(line.What, line.Why, line.Rules))],
            [.. report.Edges.Select(Of)],
            new(report.Readiness.Advice, [.. report.Readiness.Modules.Select(module => module.Module.Name)]),
            report.Chassis is { } chassis ? Of(chassis) : null, result.History is { } history ? Of(report, history) : null,
            result.Calls?.Calls.Select(call => new JsonCall(call.Module, call.Member, call.Mode, call.Calls, call.Errors, call.MeanSeconds, call.Median?.Seconds, call.P99?.Seconds, call.P99?.IsAtLeast == true)).ToList());
    }

    private static JsonModule Of(ModuleReadiness ready) => new(
        ready.Module.Name, ready.Module.Schema, ready.Module.DependsOn, ready.Module.Follows, [.. ready.Module.Paths], ready.Points,
        [.. ready.Factors.Select(factor => new JsonFactor(factor.Id, factor.Name, factor.Count, factor.Each, factor.Points, [.. factor.Evidence.Select(finding => new JsonFinding(finding.What, [.. finding.Places.Select(Of)]))]))],
        ready.Next);

    private static JsonRule Of(CheckResult result, Rule rule)
    {
        var isFull = !result.RulesNotChecked.Contains(rule);
        var state = result.New.Any(violation => violation.Rule.Id == rule.Id) ? "violated" : result.Known.Any(known => known.Violation.Rule.Id == rule.Id) ? "known" : isFull ? "holds" : "notChecked";
        return new(rule.Id, rule.Reason, rule.Instead, state, isFull);
    }

    private static JsonViolation Of(Violation violation, BaselineEntry? entry) =>
        new(violation.Rule.Id, violation.Owner, violation.From, violation.To, violation.What, Of(violation.Place), violation.Key, entry is null ? null : Of(entry));

    private static JsonEntry Of(BaselineEntry entry) => new(entry.Rule, entry.From, entry.To, entry.Reason, entry.Since);

    private static JsonPlace Of(Place place) => new(place.File, place.Line);

    private static JsonEdge Of(PartEdge edge) =>
        new(edge.From, edge.To, edge.IsAllowed, [.. edge.Uses.Select(use => new JsonUse(use.Member, use.Target, Of(use.Place), use.Witness == Evidence.Witness.Source ? "source" : "assembly"))]);

    private static JsonChassis Of(ChassisReport chassis) => new(
        chassis.Files, chassis.Lines, chassis.PublicTypes, [.. chassis.FanIn.Select(part => new JsonFanIn(part.Part, part.Types))],
        [.. chassis.Growth.Select(month => new JsonChassisMonth(month.Month.ToString(), month.Lines, month.Changed.Added, month.Changed.Removed, month.Commits))], chassis.Warning);

    private static JsonHistory Of(BoundaryReport report, ChangeHistory history) => new(
        history.Counted.Count, history.Formatting, history.Listed, history.NoTrend, history.NoCoupling, [.. history.Months.Select(month => month.ToString())],
        [.. report.Modules.Select(module => new JsonChanges(module.Name, history.ByMonth(commit => commit.Modules.Contains(module.Name)), history.ByMonth(commit => commit.Touches(UnitKind.Contracts, module.Name))))],
        [.. report.Couplings.Select(pair => new JsonCoupling(pair.One, pair.Other, pair.Together, pair.ShareOfOne, pair.ShareOfOther, pair.HasEdge, pair.IsHidden))]);
}
