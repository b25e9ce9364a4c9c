using MyThoughts.Chassis.Map;

namespace MyThoughts.Support.Hosts;

/// <summary>One of the executables of this repository: the monolith, a module's service, or the gateway.</summary>
/// <param name="Name">Its name in the module map.</param>
/// <param name="ProjectFile">Path of its project file, from the root of the repository.</param>
/// <param name="Ports">The ports it has when nobody says otherwise.</param>
public sealed record HostProject(string Name, string ProjectFile, MappedPorts Ports)
{
    public string AssemblyName => Path.GetFileNameWithoutExtension(ProjectFile);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<HostProject> All(ModuleMap map) =>
    [
        Gateway(map),
        Monolith(map),
        .. map.Modules.Select(module => Service(map, module.Name)),
    ];

    public static HostProject Monolith(ModuleMap map) => new("monolith", "MyThoughts.Web/MyThoughts.Web.csproj", map.Monolith.Ports);

    public static HostProject Gateway(ModuleMap map) => new("gateway", "Gateway/MyThoughts.Gateway.csproj", map.Gateway.Ports);

    public static HostProject Service(ModuleMap map, string module)
    {
        var mapped = map.Module(module);
        return new(module, $"Modules/{mapped.Folder}/Service/MyThoughts.{mapped.Folder}.Service.csproj", mapped.Ports);
    }

    /// <summary>Where a build puts the program, whether or not it has been built.</summary>
    public string BuiltAssembly(string repository, string configuration) =>
        Path.Combine(repository, Path.GetDirectoryName(ProjectFile)!, "bin", configuration, "net10.0", AssemblyName + ".dll");
}
