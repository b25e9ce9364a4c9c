using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.BoundaryCheck.Readiness;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>How far each module is from a process of its own, with the sum written out and everything that is in it.</summary>
internal static class HtmlReadiness
{
    public static Markup Write(BoundaryReport report) => HtmlParts.Section("readiness", "Readiness", Markup.Of($"""
        <p class="lead">{report.Readiness.Advice}</p>
        <p class="muted">Points add up to a distance: fewer are nearer. Settings count as far as they can be seen: {SharedConfiguration.Covers}.</p>
        {Comparison(report.Readiness)}{report.Readiness.Modules.Select(Module)}
        """));

    public static Markup Calls(BoundaryReport report)
    {
        if (report.Result.Calls is not { } metrics) return HtmlParts.Section("calls", "Calls at run time", HtmlParts.Paragraph("Not checked: no host's metrics were named."));
        var rows = metrics.Calls.Select(call => Markup.Of($"""
            <tr><th scope="row">{call.Module}</th><td><code>{call.Member}</code></td><td>{call.Mode.Replace('_', ' ')}</td><td class="figure">{Words.Count((int)call.Calls, "call")}</td><td class="figure">{(call.Errors is { } errors ? Words.Count((int)errors, "error") : "not told")}</td><td class="figure">{Words.Time(call.MeanSeconds)}</td><td class="figure">{Time(call.Median)}</td><td class="figure">{Time(call.P99)}</td></tr>
            """));
        return HtmlParts.Section("calls", "Calls at run time", metrics.Calls.Count == 0 ? HtmlParts.Paragraph(metrics.NotChecked.Count > 0 ? Words.Sentence(metrics.NotChecked[0].ToString()) : "Not checked: no host's metrics were named.")
            : HtmlParts.Table("Calls of each contract's members", HtmlParts.Head("module", "member", "mode", "calls", "errors", "mean", "half within", "99 of 100 within"), rows));
    }

    private static Markup Comparison(ReadinessReport readiness)
    {
        var factors = readiness.Modules[0].Factors.Select(factor => Markup.Of($"""
            <tr><th scope="row">{factor.Name}</th><td class="figure">{factor.Each}</td>{readiness.Modules.Select(module => Sum(module[factor.Id]))}</tr>
            """));
        var total = Markup.Of($"<tr class=\"total\"><th scope=\"row\">points</th><td></td>{readiness.Modules.Select(module => Markup.Of($"<td class=\"figure\">{module.Points}</td>"))}</tr>");
        return HtmlParts.Table("Points by factor", HtmlParts.Head(["what counts", "each", .. readiness.Modules.Select(module => module.Module.Name)]), factors.Append(total));
    }

    private static Markup Sum(Factor factor) => factor.Each == 0 || factor.Count == 0
        ? Markup.Of($"<td class=\"figure muted\">{factor.Count}</td>")
        : Markup.Of($"<td class=\"figure\"><span class=\"muted\">{factor.Count} × {factor.Each} =</span> {factor.Points}</td>");

    private static Markup Module(ModuleReadiness module) => Markup.Of($"""
        <article class="module"><h3>{module.Module.Name} <span class="muted">{Words.Count(module.Points, "point")}</span></h3>
        {(module.Next.Count == 0 ? HtmlParts.Paragraph("Nothing is left to do.") : Markup.Of($"<ol>{module.Next.Select(step => Markup.Of($"<li>{step}</li>"))}</ol>"))}
        <details><summary>Evidence for {module.Module.Name}</summary>{module.Factors.Where(factor => factor.Evidence.Count > 0).Select(Evidence)}</details></article>
        """);

    private static Markup Evidence(Factor factor) => Markup.Of($"""
        <h4>{factor.Count} × {factor.Each}: {factor.Name}</h4><ul class="evidence">{factor.Evidence.Select(finding => Markup.Of($"<li>{finding.What}{(finding.Places.Count == 0 ? Markup.Nothing : HtmlParts.Places(finding.Places))}</li>"))}</ul>
        """);

    private static string Time(Quantile? quantile) => quantile is null ? "not told" : (quantile.IsAtLeast ? "over " : "") + Words.Time(quantile.Seconds);
}
