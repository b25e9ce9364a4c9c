using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public const string Solution = "MyThoughts.sln";
    public const string HostsOnly = "build/hosts.slnf";
    public const string Configuration = "Debug";

    public static string Root { get; } = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;

    public static ModuleMap Map { get; } = ModuleMap.Load(InRoot("Modules/modules.json"));

    public static IReadOnlyList<HostProject> Hosts { get; } = HostProject.All(Map);

    public static string InRoot(string path) => Path.GetFullPath(Path.Combine(Root, path));
}
