using System.Globalization;
using System.Text;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>The diagram of a report in Mermaid.</summary>
internal static class Mermaid
{
    public static string Diagram(BoundaryReport report)
    {
        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        var ids = report.Modules.Select((module, number) => (module.Name, Id: $"m{number}")).ToDictionary(module => module.Name, module => module.Id);
        foreach (var module in report.Modules) text.Append($"    {ids[module.Name]}[{Label(module.Name)}]\n");
        var hosts = report.Hosts.Where(host => host.Modules.Count > 0).ToList();
        for (var number = 0; number < hosts.Count; number++)
        {
            text.Append($"    h{number}([{Label(hosts[number].Host.Name)}])\n");
            foreach (var module in hosts[number].Modules.Where(ids.ContainsKey)) text.Append($"    h{number} --> {ids[module]}\n");
        }
        foreach (var edge in report.Edges.Where(edge => ids.ContainsKey(edge.From) && ids.ContainsKey(edge.To)))
            text.Append($"    {ids[edge.From]} {(edge.IsAllowed ? "-->" : "==>")}|{Label(Named(edge))}| {ids[edge.To]}\n");
        foreach (var module in report.Modules)
            foreach (var feed in module.Follows.Where(ids.ContainsKey)) text.Append($"    {ids[feed]} -.->|feed| {ids[module.Name]}\n");
        return text.Append("```\n").ToString();
    }

    private static string Named(PartEdge edge)
    {
        var members = edge.Uses.Select(use => use.Target).Distinct().Count().ToString(CultureInfo.InvariantCulture);
        return !edge.IsAllowed ? $"not allowed: {members}" : edge.Uses.Count == 0 ? "unused" : members;
    }

    // Everything but letters, digits and a few signs goes in as its number.
    private static string Label(string text) => $"\"{string.Concat(text.Select(character =>
        char.IsAsciiLetterOrDigit(character) || " .-_:".Contains(character, StringComparison.Ordinal) || character > 127 ? character.ToString() : $"#{(int)character};"))}\"";
}
