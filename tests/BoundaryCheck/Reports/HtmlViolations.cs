using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>What is wrong, what was known to be, and what could not be looked at.</summary>
internal static class HtmlViolations
{
    public static Markup New(BoundaryReport report)
    {
        if (report.Result.New.Count == 0) return Markup.Nothing;
        return HtmlParts.Section("new", "New violations", Markup.All(report.Result.New.OrderBy(violation => violation.Place).Select(violation => Markup.Of($"""
            <article class="violation"><h3>{HtmlParts.Badge("bad", violation.Rule.Id)} <span class="place">{violation.Place.ToString()}</span></h3>
            <p class="what">{Words.Sentence(violation.What)}</p>{HtmlParts.Source(report.Solution.Root, violation.Place)}{HtmlParts.Advice(violation.Rule)}</article>
            """))));
    }

    public static Markup Gone(BoundaryReport report)
    {
        if (report.Result.Gone.Count == 0) return Markup.Nothing;
        var rows = report.Result.Gone.Select(entry => Markup.Of($"<tr><th scope=\"row\">{entry.Rule}</th><td><code>{entry.From}</code> to <code>{entry.To}</code></td><td>{entry.Reason}</td><td class=\"figure\">{Words.Day(entry.Since)}</td></tr>"));
        return HtmlParts.Section("gone", "Listed and no longer there", Markup.Of($"{HtmlParts.Paragraph("The baseline may only shrink: remove these entries with --prune.")}{HtmlParts.Table("Entries without a violation", HtmlParts.Head("rule", "edge", "reason", "since"), rows)}"));
    }

    public static Markup Known(BoundaryReport report)
    {
        var known = report.Result.Known;
        if (known.Count == 0) return HtmlParts.Section("known", "Known violations", HtmlParts.Paragraph("The baseline lists none."));
        return HtmlParts.Section("known", "Known violations", Markup.All(known.OrderBy(one => one.Violation.Place).Select(one => Markup.Of($"""
            <article class="violation"><h3>{HtmlParts.Badge("known", one.Violation.Rule.Id)} <span class="place">{one.Violation.Place.ToString()}</span></h3>
            <p class="what">{Words.Sentence(one.Violation.What)}</p>
            <dl class="advice"><div><dt>Let pass since {Words.Day(one.Entry.Since)}</dt><dd>{Words.Sentence(one.Entry.Reason)}</dd></div><div><dt>Instead</dt><dd>{Words.Sentence(one.Violation.Rule.Instead)}</dd></div></dl>
            <details><summary>Source</summary>{HtmlParts.Source(report.Solution.Root, one.Violation.Place)}<p class="muted"><code>{one.Violation.From}</code> to <code>{one.Violation.To}</code></p></details></article>
            """))));
    }

    public static Markup NotChecked(BoundaryReport report)
    {
        if (report.Result.NotChecked.Count == 0) return Markup.Nothing;
        return HtmlParts.Section("not-checked", "Not checked", Markup.Of($"<ul class=\"unchecked\">{report.Result.NotChecked.Select(line => Markup.Of($"<li>{HtmlParts.Badge("off", line.What)} <span>{Words.Sentence(line.Why)}{(line.Rules.Count == 0 ? "" : $" Rules: {string.Join(", ", line.Rules)}.")}</span></li>"))}</ul>"));
    }

    public static Markup Rules(BoundaryReport report) => HtmlParts.Section("rules", "Rules", HtmlParts.Table("Every rule and how it stands", HtmlParts.Head("rule", "state", "why", "instead"),
        report.Result.Rules.Select(rule => Markup.Of($"<tr><th scope=\"row\">{rule.Id}</th><td>{State(report.Result, rule)}</td><td>{rule.Reason}</td><td>{rule.Instead}</td></tr>"))));

    // What was looked at in part has not held: it has held as far as anybody knows.
    private static Markup State(CheckResult result, Rule rule)
    {
        var (fresh, known) = (result.New.Count(violation => violation.Rule.Id == rule.Id), result.Known.Count(one => one.Violation.Rule.Id == rule.Id));
        var states = new List<Markup>();
        if (fresh > 0) states.Add(HtmlParts.Badge("bad", $"{fresh} new"));
        if (known > 0) states.Add(HtmlParts.Badge("known", $"{known} known"));
        if (result.RulesNotChecked.Contains(rule)) states.Add(HtmlParts.Badge("off", "not checked in full"));
        return states.Count > 0 ? Markup.All(states) : HtmlParts.Badge("good", "holds");
    }
}
