using System.Text.Json;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Support;

/// <summary>The settings file in which a gateway finds its weights.</summary>
internal sealed class WeightsFile
{
    private readonly Dictionary<string, decimal> weights;

    public WeightsFile(string path, ModuleMap map, decimal weight)
    {
        Path = path;
        weights = map.Modules.SelectMany(module => module.Routes).ToDictionary(route => route.Name, _ => weight);
        Write();
    }

    public string Path { get; }

    public decimal this[string route] => weights[route];

    public void Set(string route, decimal weight)
    {
        weights[route] = weight;
        Write();
    }

    // Moved into place whole, as an operator's editor should do.
    private void Write()
    {
        var draft = Path + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(new { Weights = weights }));
        File.Move(draft, Path, overwrite: true);
    }
}
