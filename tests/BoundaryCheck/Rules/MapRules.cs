using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Whether the map contradicts itself.</summary>
internal static class MapRules
{
    public static Rule Map { get; } = new(
        "map", "Hosts, gateway and grants are made from the map: where it contradicts itself they contradict each other.",
        "Mend the entry.");

    public static IReadOnlyList<Rule> All { get; } = [Map];

    public static IEnumerable<Violation> Find(Facts facts)
    {
        var solution = facts.Solution;
        return Unknown(solution.Map).Concat(Feeds(solution.Map)).Concat(Shared(solution.Map, "schema", schema => schema.Schema)).Concat(Shared(solution.Map, "role", schema => schema.Role))
            .Concat(SharedPorts(solution.Map)).Concat(Strangers(solution))
            .Select(found => new Violation(Map, found.Module, found.To, MapLines.Of(solution, found.Module, found.To), found.What) { Owner = found.Module });
    }

    private static IEnumerable<(string Module, string To, string What)> Unknown(SolutionMap map) =>
        from module in map.Modules
        from named in module.DependsOn.Concat(module.Follows).Distinct()
        where map.Find(named) is null
        select (module.Name, named, $"{module.Name} depends on {named}, which is no module of the map");

    private static IEnumerable<(string Module, string To, string What)> Feeds(SolutionMap map) =>
        from module in map.Modules
        from followed in module.Follows.Except(module.DependsOn)
        where followed != module.Name
        select (module.Name, followed, $"{module.Name} follows the feed of {followed}, on whose contract it does not depend");

    private static IEnumerable<(string Module, string To, string What)> Shared(SolutionMap map, string what, Func<OwnedSchema, string> value) =>
        from schema in map.Schemas
        group schema by value(schema) into same
        where same.Count() > 1
        select (LastModule(map, same.Select(schema => schema.Owner)), same.Key, $"the {what} {same.Key} is used by {string.Join(" and ", same.Select(schema => schema.Owner))}");

    private static IEnumerable<(string Module, string To, string What)> SharedPorts(SolutionMap map) =>
        from host in map.Modules.Select(module => (module.Name, module.Ports)).Append(("monolith", map.Monolith?.Ports)).Append(("gateway", map.Gateway?.Ports))
        from port in host.Item2?.Values ?? []
        where port != 0
        group host.Item1 by port into same
        where same.Count() > 1
        select (LastModule(map, same), same.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), $"the port {same.Key} is used by {string.Join(" and ", same)}");

    // Modules have lines of their own in the map.
    private static string LastModule(SolutionMap map, IEnumerable<string> owners) => owners.LastOrDefault(owner => map.Find(owner) is not null) ?? owners.Last();

    // A folder with a contract in it is a module, whether the map knows it or not, and no rule speaks of one that it does not know.
    private static IEnumerable<(string Module, string To, string What)> Strangers(SolutionUnderCheck solution) =>
        from project in solution.Projects
        where project.Role == ProjectRole.Chassis && project.Name.EndsWith(".Contracts", StringComparison.Ordinal)
        select (project.Name, "map", $"{project.Name} stands among the modules and is none of the map");
}
