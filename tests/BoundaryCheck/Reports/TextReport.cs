using System.Text;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>What the terminal shows: what is wrong, where, and what to do instead; then what was not looked at; then one line of sum.</summary>
internal static class TextReport
{
    public static string Write(CheckResult result)
    {
        var text = new StringBuilder();
        foreach (var violation in result.New.OrderBy(violation => violation.Place).ThenBy(violation => violation.Key, StringComparer.Ordinal)) Write(text, violation);
        foreach (var entry in result.Gone)
            text.Append($"baseline: [{entry.Rule}] {entry.From} -> {entry.To} is listed and no longer there. Remove it with --prune\n");
        foreach (var line in result.NotChecked) text.Append(OneLine(line.ToString())).Append('\n');
        return text.Append(Summary(result)).Append('\n').ToString();
    }

    /// <summary>The last line.</summary>
    public static string Summary(CheckResult result)
    {
        var sum = new List<string>
        {
            $"boundaries: {Words.Count(result.Facts.Solution.Map.Modules.Count, "module")}, {Words.Count(result.Rules.Count, "rule")}, {Words.Count(result.New.Count, "new violation")}, {result.Known.Count} known",
        };
        if (result.Gone.Count > 0) sum[0] += $", {Words.Count(result.Gone.Count, "listed violation")} no longer there";
        if (result.RulesNotChecked is { Count: > 0 } rules) sum.Add($"{Words.Count(rules.Count, "rule")} not checked{Why(result.NotChecked.Where(line => line.Rules.Count > 0))}");
        if (result.NotChecked.Where(line => line.Rules.Count == 0).ToList() is { Count: > 0 } others) sum.Add($"{string.Join(", ", others.Select(line => line.What).Distinct())} not checked{Why(others)}");
        return string.Join("; ", sum);
    }

    private static void Write(StringBuilder text, Violation violation) => text
        .Append($"{violation.Place}: [{violation.Rule.Id}] {OneLine(violation.What)}\n")
        .Append($"    {Words.Sentence(violation.Rule.Reason)}\n")
        .Append($"    Instead: {Words.Sentence(violation.Rule.Instead)}\n");

    private static string Why(IEnumerable<NotChecked> lines) => $" ({string.Join(", ", lines.Select(line => OneLine(Words.Gist(line.Why))).Distinct())})";

    // A text of the solution may have lines of its own, or worse: it must not write over those before it.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
