using MyThoughts.Chassis.Map;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether the module map contradicts itself.</summary>
internal static class MapRules
{
    public static IEnumerable<string> Violations(ModuleMap map) => [.. SharedPaths(map), .. SharedPorts(map), .. SharedSchemas(map), .. Cycles(map), .. Unknown(map), .. FeedsWithoutContract(map)];

    private static IEnumerable<string> SharedPaths(ModuleMap map) => map.Modules
        .SelectMany(module => module.Routes.SelectMany(route => route.Paths.Select(path => (module.Name, Path: path.TrimEnd('/')))))
        .GroupBy(owned => owned.Path, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => $"'{group.Key}' is owned by {string.Join(" and ", group.Select(owned => owned.Name))}");

    private static IEnumerable<string> SharedPorts(ModuleMap map) => map.Modules.Select(module => (module.Name, module.Ports))
        .Append(("monolith", map.Monolith.Ports)).Append(("gateway", map.Gateway.Ports))
        .SelectMany(host => new[] { host.Item2.Public, host.Item2.Internal, host.Item2.Proxied }.Where(port => port != 0).Select(port => (Host: host.Item1, Port: port)))
        .GroupBy(listener => listener.Port)
        .Where(group => group.Count() > 1)
        .Select(group => $"port {group.Key} is used by {string.Join(" and ", group.Select(listener => listener.Host))}");

    // The gateway's too: a role that two share would let each read the other's tables.
    private static IEnumerable<string> SharedSchemas(ModuleMap map) => map.Schemas
        .SelectMany(schema => new[] { (schema.Owner, Name: $"schema {schema.Schema}"), (schema.Owner, Name: $"role {schema.Role}") })
        .GroupBy(owned => owned.Name)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} is used by {string.Join(" and ", group.Select(owned => owned.Owner))}");

    private static IEnumerable<string> Cycles(ModuleMap map) => map.Modules.Where(module => Reaches(map, module, module.Name, [])).Select(module => $"{module.Name} depends on itself through others");

    private static bool Reaches(ModuleMap map, MappedModule from, string target, HashSet<string> seen) => from.DependsOn.Any(dependency =>
        dependency == target || (seen.Add(dependency) && map.Modules.SingleOrDefault(module => module.Name == dependency) is { } next && Reaches(map, next, target, seen)));

    private static IEnumerable<string> Unknown(ModuleMap map) => map.Modules
        .SelectMany(module => module.DependsOn.Where(dependency => map.Modules.All(other => other.Name != dependency))
            .Select(dependency => $"{module.Name} depends on {dependency}, which is no module"));

    private static IEnumerable<string> FeedsWithoutContract(ModuleMap map) => map.Modules
        .SelectMany(module => module.Follows.Except(module.DependsOn).Select(feed => $"{module.Name} follows the feed of {feed}, on whose contract it does not depend"));
}
