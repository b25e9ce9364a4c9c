using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Whose settings, connections and keyed services are read by whom.</summary>
internal static partial class ConfigurationRules
{
    public static Rule Foreign { get; } = new(
        "foreign-configuration", "A setting that two modules read is a contract without a name, and a neighbour's connection is a way around its contract.",
        "Give the module a setting of its own, and ask the neighbour through its contract.");

    public static IReadOnlyList<Rule> All { get; } = [Foreign];

    public static IEnumerable<Violation> Find(Facts facts)
    {
        var map = facts.Solution.Map;
        return facts.NamedUses.SelectMany(use => InCode(map, use)).Concat(facts.Settings.SelectMany(setting => InFile(map, setting)));
    }

    private static IEnumerable<Violation> InCode(SolutionMap map, NamedUse use)
    {
        if (use.Project.Role == ProjectRole.Host && !Allowed.IsGateway(use.Project)) yield break;
        var isKey = use.Callee is "GetConnectionString" or "GetRequiredKeyedService" or "GetKeyedService" or "GetKeyedServices" or "FromKeyedServicesAttribute";
        var (kind, named) = isKey ? (use.Callee == "GetConnectionString" ? "connection" : "keyed service", use.Name) : Section(use.Name);
        if (kind.Length > 0 && Owner(map, named) is { } owner && !MayRead(map, use.Project, owner, kind))
            yield return new(Foreign, use.Member, use.Name, use.Place, $"{Allowed.OwnerOf(use.Project)} asks for the {kind} '{use.Name}' of {owner}") { Owner = Allowed.OwnerOf(use.Project) };
    }

    private static IEnumerable<Violation> InFile(SolutionMap map, Setting setting)
    {
        var project = setting.Project;
        var (kind, named) = Section(setting.Key);
        var isMonolith = project.Role == ProjectRole.Host && !Allowed.IsGateway(project);
        if (!isMonolith && kind.Length > 0 && setting.Key.Split(':').Length == 2 && Owner(map, named) is { } owner && !MayRead(map, project, owner, kind))
            yield return new(Foreign, setting.Place.File, setting.Key, setting.Place, $"the configuration of {project.Name} holds the {kind} '{setting.Key}' of {owner}") { Owner = Allowed.OwnerOf(project) };
        var self = kind == "connection" && isMonolith ? named : Allowed.OwnerOf(project);
        foreach (var schema in map.Schemas.Where(schema => schema.Owner != self && (kind == "connection" || !isMonolith)))
            if (LogsInAs(setting.Value, schema))
                yield return new(Foreign, setting.Place.File, $"{setting.Key} as {schema.Role}", setting.Place, $"{setting.Key} of {project.Name} opens the schema of {schema.Owner}") { Owner = Allowed.OwnerOf(project) };
    }

    private static bool LogsInAs(string value, OwnedSchema schema) =>
        AddressUser().Match(value) is { Success: true } address ? string.Equals(address.Groups["user"].Value, schema.Role, StringComparison.OrdinalIgnoreCase)
        : value.Contains('=', StringComparison.Ordinal) && ConnectionPart().Matches(value).Any(part =>
            part.Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
            {
                "username" or "userid" or "user" or "uid" => string.Equals(part.Groups["value"].Value.Trim(), schema.Role, StringComparison.OrdinalIgnoreCase),
                "searchpath" => part.Groups["value"].Value.Split(',').Any(path => string.Equals(path.Trim(), schema.Schema, StringComparison.OrdinalIgnoreCase)),
                _ => false,
            });

    private static bool MayRead(SolutionMap map, Project project, string owner, string kind) =>
        owner == Allowed.OwnerOf(project) || (kind == "section" && project.Module is { } module && map.Find(module.Name)!.DependsOn.Contains(owner));

    private static (string Kind, string Name) Section(string key) => key.Split(':') switch
    {
        [var first, var name, ..] when first.Equals("ConnectionStrings", StringComparison.OrdinalIgnoreCase) => ("connection", name),
        [var first, var name, ..] when first.Equals("Modules", StringComparison.OrdinalIgnoreCase) => ("section", name),
        _ => ("", ""),
    };

    private static string? Owner(SolutionMap map, string name) =>
        map.Modules.Select(module => module.Name).Append(map.Gateway is null ? "" : "gateway").FirstOrDefault(owner => owner.Length > 0 && owner.Equals(name, StringComparison.OrdinalIgnoreCase));

    // postgres://user:password@host/database
    [GeneratedRegex("^postgres(ql)?://(?<user>[^:@/]+)(:[^@/]*)?@", RegexOptions.IgnoreCase)]
    private static partial Regex AddressUser();

    [GeneratedRegex("(?<key>[^=;]+)=(?<value>[^;]*)")]
    private static partial Regex ConnectionPart();
}
