namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>Who uses whom, as a table: rows use columns, and each number leads to its evidence.</summary>
internal static class HtmlMatrix
{
    private const int FewColumns = 6;

    public static Markup Draw(BoundaryReport report)
    {
        var modules = report.Modules.Select(module => module.Name).ToList();
        string[] columns = [.. modules, .. report.Chassis is null ? Array.Empty<string>() : [Readiness.Uses.Chassis]];
        string[] rows = [.. report.Edges.Select(edge => edge.From).Distinct().Except(columns), .. columns];
        var upright = columns.Length > FewColumns ? "upright" : "";
        return HtmlParts.Table("Rows use columns: how many places in the code", Markup.Of($"<tr><td></td>{columns.Select(column => Markup.Of($"<th scope=\"col\" class=\"{upright}\"><span>{column}</span></th>"))}</tr>"),
            rows.Select(row => Markup.Of($"<tr><th scope=\"row\">{row}</th>{columns.Select(column => Cell(report, row, column))}</tr>")), "matrix");
    }

    /// <summary>Every use, by who uses whom.</summary>
    public static Markup Evidence(BoundaryReport report) => Markup.All(report.Edges.Where(edge => edge.Uses.Count > 0).Select(edge => Markup.Of($"""
        <details><summary>{edge.From} uses {edge.To}: {Words.Count(edge.Uses.Count, "place")}{(edge.IsAllowed ? "" : ", not allowed")}</summary>
        <div id="{IdOf(report, edge)}">{HtmlParts.Table($"What {edge.From} uses of {edge.To}", Markup.Of($"<tr><th scope=\"col\">used</th><th scope=\"col\">where</th></tr>"),
            edge.Uses.GroupBy(use => use.Target).Select(target => Markup.Of($"<tr><th scope=\"row\"><code>{target.Key}</code></th><td>{HtmlParts.Places(target.Select(use => use.Place))}</td></tr>")))}</div></details>
        """)));

    private static Markup Cell(BoundaryReport report, string row, string column)
    {
        if (row == column) return new("<td class=\"self\"><span aria-hidden=\"true\">·</span></td>");
        var edge = report.Edges.FirstOrDefault(edge => edge.From == row && edge.To == column);
        return edge is null ? new("<td></td>")
            : edge.Uses.Count == 0 ? new("<td class=\"muted\">unused</td>")
            : Markup.Of($"<td class=\"{(edge.IsAllowed ? "" : "bad")}\"><a href=\"#{IdOf(report, edge)}\" aria-label=\"{row} uses {column} at {Words.Count(edge.Uses.Count, "place")}{(edge.IsAllowed ? "" : ", not allowed")}\">{(edge.IsAllowed ? "" : "✕ ")}{edge.Uses.Count}</a></td>");
    }

    private static string IdOf(BoundaryReport report, PartEdge edge) => $"uses-{report.Edges.ToList().IndexOf(edge)}";
}
