using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Types and assemblies that code reaches by their names.</summary>
internal static partial class ReflectionRules
{
    public static Rule ByName { get; } = new(
        "reflection-by-name", "A name in a text is a reference that no compiler checks; it breaks on the day the module leaves.",
        "Use the other module's contract.");

    public static IReadOnlyList<Rule> All { get; } = [ByName];

    public static IEnumerable<Violation> Find(Facts facts) => Uses(facts).Select(use => new Violation(
        ByName, use.Text.Member, use.Target, use.Text.Place, $"{use.Text.Project.Name} reaches {use.Target} of {use.To.Name} by its name")
    { Owner = Allowed.OwnerOf(use.Text.Project) });

    /// <summary>Every text that is the name of a type or an assembly that its project may not use.</summary>
    internal static IEnumerable<(Text Text, Project To, string Target)> Uses(Facts facts)
    {
        var judged = facts.Solution.Judged.ToList();
        var assemblies = judged.GroupBy(project => project.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First());
        var types = facts.Types.GroupBy(type => type.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Project);
        foreach (var text in facts.Texts)
        {
            if (text.Value.Length > 500 || Name().Match(text.Value) is not { Success: true } match) continue;
            var type = match.Groups["type"].Value.Replace('+', '.');
            var assembly = match.Groups["assembly"].Value;
            var target = assemblies.GetValueOrDefault(assembly) ?? types.GetValueOrDefault(type) ?? assemblies.GetValueOrDefault(WithoutExtension(type));
            if (target is not null && target != text.Project && !Allowed.Uses(facts.Solution.Map, text.Project, target)) yield return (text, target, match.Groups["type"].Value);
        }
    }

    private static string WithoutExtension(string name) => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;

    // "Namespace.Type", "Namespace.Type, Assembly, Version=…", "Assembly", "Assembly.dll"
    [GeneratedRegex(@"^\s*(?<type>[\w.+]+)(`\d+)?(\[[^\]]*\]+)?\s*(,\s*(?<assembly>[\w.]+)(,.*)?)?$")]
    private static partial Regex Name();
}
