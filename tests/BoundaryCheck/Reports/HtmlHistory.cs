using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Readiness;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>What changes together, how often contracts change, and how the chassis grows.</summary>
internal static class HtmlHistory
{
    public static Markup Coupling(BoundaryReport report)
    {
        if (report.Result.History is not { } history) return HtmlParts.Section("coupling", "Coupling over time", HtmlParts.Paragraph("Not checked: the history was not asked for."));
        return HtmlParts.Section("coupling", "Coupling over time", Markup.Of($"{Pairs(report, history)}{Trend(report, history)}{LeftOutOf(history)}"));
    }

    public static Markup Chassis(BoundaryReport report)
    {
        if (report.Chassis is not { } chassis) return Markup.Nothing;
        var rows = chassis.FanIn.Select(part => Markup.Of($"<tr><th scope=\"row\">{part.Part}</th><td class=\"figure\">{Words.Count(part.Types, "type")}</td></tr>"));
        return HtmlParts.Section("chassis", "Chassis", Markup.Of($"""
            {(chassis.Warning is { } warning ? Markup.Of($"<p class=\"notice\">{HtmlParts.Badge("bad", "grows")} {warning}</p>") : Markup.Nothing)}
            <p>{Words.Count(chassis.Lines, "line")} in {Words.Count(chassis.Files, "file")}, {Words.Count(chassis.PublicTypes, "public type")}.</p>
            {(chassis.FanIn.Count == 0 ? HtmlParts.Paragraph("Nobody uses a type of it.") : HtmlParts.Table("How many of its types each part uses", HtmlParts.Head("part", "types"), rows))}{Growth(report, chassis)}
            """));
    }

    private static Markup Pairs(BoundaryReport report, ChangeHistory history)
    {
        if (history.NoCoupling is { } why) return HtmlParts.Paragraph(Words.Sentence(why));
        if (report.Couplings.Count == 0) return HtmlParts.Paragraph($"No two modules changed in the same commit, in {Words.Count(history.Counted.Count, "commit")}.");
        return HtmlParts.Table("Modules that change in the same commits", HtmlParts.Head("modules", "commits", "share of the one's", "share of the other's", "an edge in the code"), report.Couplings.Select(pair => Markup.Of($"""
            <tr><th scope="row">{pair.One} and {pair.Other}</th><td class="figure">{pair.Together}</td><td>{Bar(pair.ShareOfOne, $"of {pair.OfOne} of {pair.One}")}</td><td>{Bar(pair.ShareOfOther, $"of {pair.OfOther} of {pair.Other}")}</td><td>{(pair.HasEdge ? HtmlParts.Badge("good", "yes") : pair.IsHidden ? HtmlParts.Badge("bad", "none: hidden coupling") : HtmlParts.Badge("off", "none"))}</td></tr>
            """)));
    }

    private static Markup Trend(BoundaryReport report, ChangeHistory history)
    {
        if (history.NoTrend is { } why) return history.NoCoupling == why ? Markup.Nothing : HtmlParts.Paragraph(Words.Sentence(why));
        var months = history.Months.Select(month => month.ToString()).ToList();
        return HtmlParts.Table($"Commits by month, {months[0]} to {months[^1]}", HtmlParts.Head("module", "changes of it", "", "changes of its contracts", ""), report.Modules.Select(module =>
        {
            var (all, contracts) = (history.ByMonth(commit => commit.Modules.Contains(module.Name)), history.ByMonth(commit => commit.Touches(UnitKind.Contracts, module.Name)));
            return Markup.Of($"""
                <tr><th scope="row">{module.Name}</th><td class="figure">{all.Sum()}</td><td>{HtmlParts.Columns(months, all, $"Commits that changed {module.Name}")}</td><td class="figure">{contracts.Sum()}</td><td>{HtmlParts.Columns(months, contracts, $"Commits that changed the contracts of {module.Name}")}</td></tr>
                """);
        }));
    }

    private static Markup LeftOutOf(ChangeHistory history) => history.NotChecked.Count > 0 ? Markup.Nothing : Markup.Of($"""
        <p class="muted">{Words.Count(history.Counted.Count, "commit")} counted. Left out: merges, {Words.Count(history.Formatting, "commit")} of mass formatting (at least {LeftOut.FormattedFiles} files, and {Words.Share(LeftOut.FormattedShare)} of it white space), {history.Listed} listed in {LeftOut.ListFile}, and files that tools write.</p>
        """);

    private static Markup Growth(BoundaryReport report, ChassisReport chassis)
    {
        if (chassis.Growth.Count == 0) return HtmlParts.Paragraph(Words.Sentence(report.Result.History is { NoTrend: { } why } ? why : "Its growth was not checked: the history was not asked for"));
        var months = chassis.Growth.Select(month => month.Month.ToString()).ToList();
        var rows = chassis.Growth.Reverse().Select(month => Markup.Of($"<tr><th scope=\"row\">{month.Month.ToString()}</th><td class=\"figure\">{Words.Count(month.Lines, "line")}</td><td class=\"figure\">+{month.Changed.Added} −{month.Changed.Removed}</td><td class=\"figure\">{month.Commits}</td></tr>"));
        return Markup.Of($"""
            <p>{HtmlParts.Columns(months, [.. chassis.Growth.Select(month => month.Lines)], "Lines at the end of the month")}</p>
            {HtmlParts.Table("The chassis month by month", HtmlParts.Head("month", "lines at its end", "lines changed", "commits"), rows)}
            <p class="muted">Lines of earlier months are counted back from today's; files that moved in or out whole are not in it. How many of its types were used then is not known.</p>
            """);
    }

    private static Markup Bar(double share, string of) => Markup.Of($"""
        <span class="share"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="10"/><rect width="{share * 100}" height="10"/></svg> {Words.Share(share)} <span class="muted">{of}</span></span>
        """);
}
