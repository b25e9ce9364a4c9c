using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Modules that depend on themselves through others: by the map, by code, by feeds, by names in texts.</summary>
internal static class CycleRules
{
    public static Rule Cycle { get; } = new(
        "cycle", "Modules in a cycle can only leave together.",
        "Turn one edge around: let the module that is asked publish a feed, or move what both need to a third.");

    public static IReadOnlyList<Rule> All { get; } = [Cycle];

    public static IEnumerable<Violation> Find(Facts facts)
    {
        var edges = Edges(facts).DistinctBy(edge => (edge.From, edge.To)).ToList();
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in facts.Solution.Map.Modules.Select(module => module.Name))
        {
            if (Shortest(edges, start) is not { } cycle || !reported.Add(string.Join(' ', cycle.Select(edge => edge.From).Order(StringComparer.Ordinal)))) continue;
            var culprit = cycle.MaxBy(edge => edge.Kind)!;
            yield return new(
                Cycle, start, string.Join(" -> ", cycle.Select(edge => edge.To)), culprit.Place,
                $"{start} depends on itself: {string.Join(", ", cycle.Select(edge => $"{edge.From} {Says(edge)} {edge.To} ({edge.Place})"))}") { Owner = start };
        }
    }

    private static string Says(Edge edge) => edge.Kind switch
    {
        EdgeKind.Map => "may use",
        EdgeKind.Feed => "follows the feed of",
        EdgeKind.Code => "uses",
        _ => "names",
    };

    // What the map allows comes first: where code does the same, the map is the place to turn it around.
    private static IEnumerable<Edge> Edges(Facts facts)
    {
        var solution = facts.Solution;
        foreach (var module in solution.Map.Modules)
        {
            foreach (var other in module.DependsOn.Where(other => other != module.Name)) yield return new(module.Name, other, EdgeKind.Map, MapLines.Of(solution, module.Name, other));
            foreach (var other in module.Follows.Where(other => other != module.Name)) yield return new(module.Name, other, EdgeKind.Feed, MapLines.Of(solution, module.Name, other));
        }
        foreach (var use in facts.References.Where(reference => reference.From.Module is not null && reference.To.Module is not null && reference.From.Module != reference.To.Module).OrderBy(reference => reference.Place))
            yield return new(use.From.Module!.Name, use.To.Module!.Name, EdgeKind.Code, use.Place);
        foreach (var use in ReflectionRules.Uses(facts).Where(use => use.Text.Project.Module is not null && use.To.Module is not null && use.Text.Project.Module != use.To.Module))
            yield return new(use.Text.Project.Module!.Name, use.To.Module!.Name, EdgeKind.Name, use.Text.Place);
    }

    private static List<Edge>? Shortest(IReadOnlyList<Edge> edges, string start)
    {
        var reached = new Dictionary<string, List<Edge>>(StringComparer.Ordinal);
        var next = new Queue<List<Edge>>([[]]);
        while (next.TryDequeue(out var way))
            foreach (var edge in edges.Where(edge => edge.From == (way is [.., var last] ? last.To : start)))
            {
                if (edge.To == start) return [.. way, edge];
                if (reached.TryAdd(edge.To, way)) next.Enqueue([.. way, edge]);
            }
        return null;
    }

    private enum EdgeKind
    {
        Map,
        Feed,
        Code,
        Name,
    }

    private sealed record Edge(string From, string To, EdgeKind Kind, Place Place);
}
