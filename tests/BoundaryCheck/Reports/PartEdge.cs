using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>All that one part of the solution uses of another.</summary>
/// <param name="From">A module, a host, or the chassis.</param>
/// <param name="To">A module, or the chassis.</param>
/// <param name="Uses">Each use; none when the map allows it and nobody does.</param>
/// <param name="IsAllowed">Whether the map allows all of them.</param>
internal sealed record PartEdge(string From, string To, IReadOnlyList<Reference> Uses, bool IsAllowed)
{
    public static IReadOnlyList<PartEdge> Of(Facts facts)
    {
        var map = facts.Solution.Map;
        var used = Readiness.Uses.Across(facts).GroupBy(use => (From: Readiness.Uses.PartOf(use.From), To: Readiness.Uses.PartOf(use.To)))
            .Select(edge => new PartEdge(edge.Key.From, edge.Key.To, [.. edge.OrderBy(use => use.Target, StringComparer.Ordinal).ThenBy(use => use.Place)], edge.All(use => Allowed.Uses(map, use.From, use.To)))).ToList();
        var unused = map.Modules.SelectMany(module => module.DependsOn.Where(other => map.Find(other) is not null).Select(other => (From: module.Name, To: other)))
            .Where(allowed => !used.Exists(edge => edge.From == allowed.From && edge.To == allowed.To)).Select(allowed => new PartEdge(allowed.From, allowed.To, [], IsAllowed: true));
        return [.. used.Concat(unused).OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal)];
    }
}
