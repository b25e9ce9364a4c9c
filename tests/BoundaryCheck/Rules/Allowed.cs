using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>What the map allows a project to use.</summary>
internal static class Allowed
{
    public static bool Uses(SolutionMap map, Project from, Project to) => (from.Role, to.Role) switch
    {
        (ProjectRole.Tests, _) => true,
        (_, ProjectRole.Tests) => false,
        (_, ProjectRole.Chassis) => true,
        (ProjectRole.Chassis, _) => false,
        (ProjectRole.Host, ProjectRole.Module or ProjectRole.Contracts) => !IsGateway(from),
        (ProjectRole.Contracts or ProjectRole.Module or ProjectRole.Service, ProjectRole.Contracts) => from.Module == to.Module || DependsOn(map, from.Module!, to.Module!),
        (ProjectRole.Module or ProjectRole.Service, ProjectRole.Module) => from.Module == to.Module,
        _ => false,
    };

    /// <summary>A module's name, <c>gateway</c>, or the name of the project that belongs to none.</summary>
    public static string OwnerOf(Project project) => project.Module?.Name ?? (IsGateway(project) ? "gateway" : project.Name);

    /// <summary>Whether a project is the gateway, which knows modules by the map alone.</summary>
    public static bool IsGateway(Project project) =>
        project.Role == ProjectRole.Host && (project.Name == "Gateway" || project.Name.EndsWith(".Gateway", StringComparison.Ordinal));

    private static bool DependsOn(SolutionMap map, MapModule module, MapModule other) => map.Find(module.Name)!.DependsOn.Contains(other.Name);
}
