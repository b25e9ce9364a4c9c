using System.Globalization;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>Everything on one page that needs nothing else: no script, no font, no network.</summary>
internal static class HtmlReport
{
    private static readonly string Style = Resource("MyThoughts.BoundaryCheck.Reports.report.css");

    /// <param name="result">What was found.</param>
    /// <param name="at">When.</param>
    public static string Write(CheckResult result, DateTimeOffset at)
    {
        var report = BoundaryReport.Of(result);
        var (verdict, kind) = Verdict(result);
        Markup[] sections =
        [
            HtmlViolations.New(report), HtmlViolations.Gone(report), HtmlViolations.NotChecked(report), Graph(report), HtmlViolations.Known(report), HtmlReadiness.Write(report),
            HtmlReadiness.Calls(report), HtmlHistory.Coupling(report), HtmlHistory.Chassis(report), Evidence(report), HtmlViolations.Rules(report),
        ];
        return Markup.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{verdict} - boundaries of {NameOf(report)}</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the report</a>
            <header class="bar"><span class="name">Boundaries of {NameOf(report)}</span><time datetime="{at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z">{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</time></header>
            <main id="content" tabindex="-1">
            <h1 class="{kind}">{HtmlParts.Badge(kind, verdict)}</h1>
            {Figures(report)}
            <nav aria-label="On this page"><ul>{Contents(report).Select(link => Markup.Of($"<li><a href=\"#{link.Id}\">{link.Title}</a></li>"))}</ul></nav>
            {sections}</main>
            </body>
            </html>

            """).Html;
    }

    /// <summary>The answer in a few words. What was not checked has not passed.</summary>
    public static (string Text, string Kind) Verdict(CheckResult result) =>
        result.New.Count > 0 ? (Words.Count(result.New.Count, "new violation"), "bad")
        : result.Gone.Count > 0 ? ($"The baseline lists {Words.Count(result.Gone.Count, "violation")} no longer there", "bad")
        : result.RulesNotChecked.Count > 0 ? ($"No new violation, but {Words.Count(result.RulesNotChecked.Count, "rule was", "rules were")} not checked in full", "off")
        : ("The boundaries hold", "good");

    private static Markup Figures(BoundaryReport report)
    {
        var result = report.Result;
        (int Count, string What)[] figures =
        [
            (report.Modules.Count, "modules"), (result.Rules.Count, "rules"), (result.New.Count, "new"), (result.Known.Count, "known"), (result.RulesNotChecked.Count, "rules not checked in full"),
        ];
        return Markup.Of($"<dl class=\"figures\">{figures.Select(figure => Markup.Of($"<div><dt>{figure.What}</dt><dd>{figure.Count}</dd></div>"))}</dl>");
    }

    private static IEnumerable<(string Id, string Title)> Contents(BoundaryReport report)
    {
        if (report.Result.New.Count > 0) yield return ("new", "New violations");
        if (report.Result.Gone.Count > 0) yield return ("gone", "No longer there");
        if (report.Result.NotChecked.Count > 0) yield return ("not-checked", "Not checked");
        foreach (var link in new[] { ("graph", "Modules"), ("known", "Known violations"), ("readiness", "Readiness"), ("calls", "Calls"), ("coupling", "Coupling") }) yield return link;
        if (report.Chassis is not null) yield return ("chassis", "Chassis");
        yield return ("uses", "Uses");
        yield return ("rules", "Rules");
    }

    private static Markup Graph(BoundaryReport report) => HtmlParts.Section("graph", "Modules and what they use", Markup.Of($"""
        <figure><div class="wide" role="region" tabindex="0" aria-label="Graph of modules">{HtmlGraph.Draw(report)}</div>
        <figcaption class="legend"><span class="use">uses, with the places in the code</span><span class="unused">may use, and does not</span><span class="bad">uses, not allowed</span><span class="feed">feed, to who follows it</span><span class="host">a host holds it</span></figcaption></figure>
        {HtmlMatrix.Draw(report)}
        """));

    private static Markup Evidence(BoundaryReport report) => HtmlParts.Section("uses", "Every use across a boundary",
        report.Edges.Any(edge => edge.Uses.Count > 0) ? HtmlMatrix.Evidence(report) : HtmlParts.Paragraph("No part of the solution uses another."));

    private static string NameOf(BoundaryReport report) => Path.GetFileNameWithoutExtension(
        Directory.EnumerateFiles(report.Solution.Root, "*.sln*").FirstOrDefault() ?? Path.TrimEndingDirectorySeparator(report.Solution.Root));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
