using MyThoughts.Chassis.Map;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Which module owns a path, by the module map.</summary>
internal static class Owners
{
    private static readonly ModuleMap Map = ModuleMap.Load();

    /// <summary>The module's name; null for what belongs to the monolith.</summary>
    public static string? Of(string path)
    {
        path = path.Split('?')[0];
        // Administration is no route of the gateway: it belongs to the module whose name follows.
        if (path.StartsWith("/admin/", StringComparison.Ordinal)) return Map.Modules.FirstOrDefault(module => path.Split('/')[2] == module.Name)?.Name;
        return Map.Modules.FirstOrDefault(module => module.Routes.SelectMany(route => route.Paths).Any(owned => Owns(owned, path)))?.Name;
    }

    private static bool Owns(string owned, string path) => owned switch
    {
        "/" => path == "/",
        "/@{username}" => path.StartsWith("/@", StringComparison.Ordinal),
        _ => path == owned || path.StartsWith(owned + "/", StringComparison.Ordinal),
    };
}
