using System.Text;
using MyThoughts.BoundaryCheck.Readiness;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>
/// The boundaries as a page of the docs. It depends on the source tree alone, and not on the lines of it that move all the time, so that
/// whoever checks whether it is fresh gets the same page on every machine.
/// </summary>
internal static class MarkdownReport
{
    /// <summary>The first line of the page.</summary>
    public const string Header = "<!-- Written by the boundary check. Change the map or the code, then write it again; do not edit it. -->";

    public static string Write(CheckResult result)
    {
        var report = BoundaryReport.Of(result with { History = null, Calls = null });
        var text = new StringBuilder();
        text.Append($"{Header}\n\n# Boundaries\n\n");
        text.Append($"{Markdown.Text(Words.Count(report.Modules.Count, "module"))}, as the map `{result.Facts.Solution.Relative(result.Facts.Solution.MapFile)}` allows and the code uses it. ");
        text.Append("A solid arrow is a use of a contract, with how many of its members and types; a dashed arrow is a feed, from its owner to who follows it. ");
        text.Append("An arrow from a host says that it holds the module.\n\n");
        text.Append(Mermaid.Diagram(report));
        foreach (var module in report.Modules) Write(text, report, module);
        Hosts(text, report);
        Rules(text, report);
        Readiness(text, report.Readiness);
        return text.ToString();
    }

    // How often a name of data stands in the code changes with every commit, and tells nobody anything.
    private static string Use(ContractUse use) => Markdown.Code(use.Target) + (use.IsCall ? $" called {Times(use.Places.Count)}" : "");

    private static void Write(StringBuilder text, BoundaryReport report, MapModule module)
    {
        var users = report.Contracts.Where(use => use.Owner == module.Name).GroupBy(use => use.User).OrderBy(user => user.Key, StringComparer.Ordinal);
        var tables = OwnedTables.Of(report.Result.Facts, module.Name).Select(table => Markdown.Code(table.Name)).ToList();
        text.Append($"\n## {Markdown.Text(module.Name)}\n\n| | |\n|---|---|\n");
        Row(text, "depends on", module.DependsOn.Select(other => Dependency(report, module.Name, other)));
        Row(text, "used by", users.Select(user => $"{Markdown.Text(user.Key)}: {string.Join(", ", user.OrderByDescending(use => use.IsCall).Select(Use))}"));
        Row(text, "follows the feeds of", module.Follows.Select(Markdown.Text));
        Row(text, "its feed is followed by", report.Modules.Where(other => other.Follows.Contains(module.Name)).Select(other => Markdown.Text(other.Name)));
        Row(text, "schema", module.Schema is { } schema ? [$"{Markdown.Code(schema)}{(tables.Count > 0 ? $" with {string.Join(", ", tables)}" : "")}"] : []);
        Row(text, "paths", module.Paths.Select(Markdown.Code), ", ");
        Row(text, "new violations", Told(report.Result.New.Where(violation => violation.Owner == module.Name).Select(violation => $"{Markdown.Code(violation.Rule.Id)} {Markdown.Text(violation.What)} ({Markdown.Text(violation.Place.File)})")));
        Row(text, "known violations", Told(report.Result.Known.Where(known => known.Violation.Owner == module.Name)
            .Select(known => $"{Markdown.Code(known.Violation.Rule.Id)} {Markdown.Text(known.Violation.What)} ({Markdown.Text(known.Violation.Place.File)}), since {Words.Day(known.Entry.Since)}: {Markdown.Text(known.Entry.Reason)}")));
    }

    private static string Dependency(BoundaryReport report, string module, string other)
    {
        var uses = report.Contracts.Where(use => use.User == module && use.Owner == other).ToList();
        return $"{Markdown.Text(other)}{(uses.Count == 0 ? ", unused" : $" ({Words.Count(uses.Count(use => use.IsCall), "member")} called, {Words.Count(uses.Count(use => !use.IsCall), "other name")})")}";
    }

    private static void Hosts(StringBuilder text, BoundaryReport report)
    {
        if (report.Hosts.Count == 0) return;
        text.Append("\n## Hosts\n\n| host | modules in it |\n|---|---|\n");
        foreach (var (host, modules) in report.Hosts) text.Append($"| {Markdown.Text(host.Name)} | {(modules.Count == 0 ? "none" : string.Join(", ", modules.Select(Markdown.Text)))} |\n");
        foreach (var service in report.Solution.Projects.Where(project => project.Role == ProjectRole.Service).OrderBy(project => project.Name, StringComparer.Ordinal))
            text.Append($"| {Markdown.Text(service.Name)} | {Markdown.Text(service.Module!.Name)} |\n");
    }

    private static void Rules(StringBuilder text, BoundaryReport report)
    {
        text.Append("\n## Rules\n\n| rule | why | instead |\n|---|---|---|\n");
        foreach (var rule in report.Result.Rules) text.Append($"| {Markdown.Code(rule.Id)} | {Markdown.Text(rule.Reason)} | {Markdown.Text(rule.Instead)} |\n");
    }

    private static void Readiness(StringBuilder text, ReadinessReport readiness)
    {
        text.Append("\n## Readiness\n\nHow far each module is from a process of its own, as far as the code says. ");
        text.Append($"Points add up; fewer are nearer. {Markdown.Text(readiness.Advice)}\n\n");
        var factors = readiness.Modules[0].Factors.Where(factor => factor.Each > 0).ToList();
        text.Append($"| | each |{string.Concat(readiness.Modules.Select(module => $" {Markdown.Text(module.Module.Name)} |"))}\n|---|--:|{string.Concat(readiness.Modules.Select(_ => "--:|"))}\n");
        foreach (var factor in factors)
            text.Append($"| {factor.Name} | {factor.Each} |{string.Concat(readiness.Modules.Select(module => $" {module[factor.Id].Count} |"))}\n");
        text.Append($"| **points** | |{string.Concat(readiness.Modules.Select(module => $" **{module.Points}** |"))}\n");
        foreach (var module in readiness.Modules)
        {
            text.Append($"\nNext for {Markdown.Text(module.Module.Name)}:\n\n");
            for (var step = 0; step < module.Next.Count; step++) text.Append($"{step + 1}. {Markdown.Text(module.Next[step])}\n");
            if (module.Next.Count == 0) text.Append("Nothing is left to do.\n");
        }
    }

    private static void Row(StringBuilder text, string head, IEnumerable<string> values, string separator = "<br>")
    {
        var all = string.Join(separator, values);
        text.Append($"| {head} | {(all.Length == 0 ? "none" : all)} |\n");
    }

    private static IEnumerable<string> Told(IEnumerable<string> violations) => violations.Order(StringComparer.Ordinal);

    private static string Times(int places) => places == 1 ? "once" : $"{places} times";
}
