using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Who answers which path.</summary>
internal static partial class PathRules
{
    public static Rule Foreign { get; } = new(
        "path-owner", "The gateway sends a path where the map says: what another module maps there is never reached after the extraction.",
        "Map it below a path of its own, or give it the path in the map: in a route, or in internalPaths when the gateway never sends it.");

    public static Rule Shared { get; } = new(
        "shared-path", "A path with two owners can't follow both when one of them leaves.",
        "Let one module own the path, and give the other one below a path of its own.");

    public static IReadOnlyList<Rule> All { get; } = [Foreign, Shared];

    public static IEnumerable<Violation> Find(Facts facts) => ForeignPaths(facts).Concat(SharedPaths(facts.Solution));

    private static IEnumerable<Violation> ForeignPaths(Facts facts) =>
        from path in facts.Paths
        where path.Project.Module is not null
        let module = path.Project.Module
        let owner = OwnerOf(facts.Solution.Map, path.Pattern)
        where owner != module
        select new Violation(
            Foreign, path.Member, path.Pattern, path.Place,
            owner is null ? $"{module.Name} maps {path.Pattern}, which the map gives to nobody" : $"{module.Name} maps {path.Pattern}, which belongs to {owner.Name}")
        { Owner = module.Name };

    // As the gateway matches: of two paths that have it, the longer one owns what is below.
    private static MapModule? OwnerOf(SolutionMap map, string pattern) => map.Modules
        .SelectMany(module => module.Paths.Concat(module.InternalPaths).Where(owned => Owns(owned, pattern)).Select(owned => (Module: module, Segments(owned).Length)))
        .OrderByDescending(owned => owned.Length).FirstOrDefault().Module;

    private static IEnumerable<Violation> SharedPaths(SolutionUnderCheck solution) =>
        from path in solution.Map.Modules.SelectMany(module => module.Paths.Concat(module.InternalPaths).Select(path => (Module: module, Path: path)))
        group path by string.Join('/', Segments(path.Path)).ToLowerInvariant() into same
        let owners = same.Select(path => path.Module).Distinct().ToList()
        where owners.Count > 1
        select new Violation(
            Shared, owners[0].Name, same.First().Path, MapLines.Of(solution, owners[1].Name, same.Last().Path),
            $"{same.First().Path} is owned by {string.Join(" and ", owners.Select(owner => owner.Name))}")
        { Owner = owners[0].Name };

    /// <summary>Whether a path owns another: itself and all below it, but the root nothing else.</summary>
    internal static bool Owns(string owned, string pattern)
    {
        var own = Segments(owned);
        var mapped = Segments(pattern);
        return own.Length == 0 ? mapped.Length == 0
            : own.Length <= mapped.Length && own.Zip(mapped).All(pair => string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    // A parameter is a parameter, whatever its name and its constraints.
    private static string[] Segments(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Parameter().Replace(segment, "{}"))];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
