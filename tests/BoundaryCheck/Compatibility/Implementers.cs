using Mono.Cecil;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>Finds who implements a module's interface besides the module. Tests do not count: they are built with it.</summary>
internal sealed class Implementers(SolutionUnderCheck solution, MapModule? module)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> all = new(() => (
        from project in solution.Projects
        where project.Role != ProjectRole.Tests && (module is null || project.Module != module) && project.Assembly is not null
        from name in InterfacesOf(project.Assembly!)
        select (Interface: name, project.Name)).DistinctBy(pair => pair.Interface).ToDictionary(pair => pair.Interface, pair => pair.Name));

    /// <param name="contract">The interface, with its namespace.</param>
    /// <returns>The assembly; null when there is none.</returns>
    public string? Find(string contract) => all.Value.GetValueOrDefault(contract);

    private static List<string> InterfacesOf(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.GetTypes().SelectMany(type => type.Interfaces).Select(implemented => implemented.InterfaceType.GetElementType().FullName.Replace('/', '.'))];
    }
}
