using System.Xml.Linq;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether projects reference only what the module map allows.</summary>
internal static class ProjectReferences
{
    private const string Chassis = "MyThoughts.Chassis";

    public static IEnumerable<string> Violations(ModuleMap map, string project, string xml)
    {
        var references = XDocument.Parse(xml).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        var allowed = Allowed(map, project);
        return references.Where(reference => !allowed.Contains(reference)).Select(reference => $"{project} references {reference}, which the module map does not allow");
    }

    private static HashSet<string> Allowed(ModuleMap map, string project)
    {
        foreach (var module in map.Modules)
        {
            var name = NameOf(module.Name);
            var neighbours = module.DependsOn.Select(dependency => $"{NameOf(dependency)}.Contracts");
            if (project == $"{name}.Contracts") return [Chassis, .. neighbours];
            if (project == name) return [Chassis, $"{name}.Contracts", .. neighbours];
            if (project == $"{name}.Service") return [name, .. neighbours];
        }
        return project switch
        {
            Chassis => [],
            "MyThoughts.Gateway" => [Chassis],
            "MyThoughts.Web" => [.. map.Modules.Select(module => NameOf(module.Name))],
            _ => throw new ArgumentException($"{project} is no project of a module or a host.", nameof(project)),
        };
    }

    private static string NameOf(string module) => $"MyThoughts.{char.ToUpperInvariant(module[0])}{module[1..]}";
}
