using System.Collections.Frozen;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Settings;

/// <summary>Reads the weight of every route: <c>Weights:search: 25</c>, else what the module map says.</summary>
internal static class WeightSettings
{
    private const string Section = "Weights";

    /// <exception cref="SettingException">A weight is wrong, or names no route: nothing is taken.</exception>
    public static FrozenDictionary<string, Weight> Read(IConfiguration configuration, ModuleMap map, bool isDevelopment)
    {
        var routes = map.Modules.SelectMany(module => module.Routes).ToList();
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !routes.Exists(route => Same(route.Name, child.Key))) is { } unknown)
        {
            throw new SettingException(
                $"{unknown.Path} names no route. The routes are {string.Join(", ", routes.Select(route => route.Name))}. Example: {Section}:search=25");
        }

        return routes.ToFrozenDictionary(route => route.Name, route => Read(section.GetSection(route.Name), route, isDevelopment));
    }

    private static Weight Read(IConfigurationSection setting, MappedRoute route, bool isDevelopment)
    {
        if (setting.Exists())
        {
            return Weight.TryParse(setting.Value, out var weight) ? weight : throw new SettingException(
                $"{setting.Path} is '{setting.Value}', which is no percentage from 0 to 100 in steps of 0.01. Example: {setting.Path}=25");
        }

        var mapped = isDevelopment ? route.DevelopmentWeight : route.Weight;
        return Weight.TryFrom(mapped, out var byMap) ? byMap : throw new SettingException(
            $"The module map gives route '{route.Name}' the weight {mapped}, which is no percentage from 0 to 100 in steps of 0.01. Example: 25");
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
