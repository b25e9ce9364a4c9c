using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace MyThoughts.Gateway.Destinations;

/// <summary>Which modules have left which destination, as that host said last. A request for one of them would be a 404 there.</summary>
internal sealed class AbsentModules
{
    // Only hosts that some module has left: nearly always, nothing is here.
    private readonly ConcurrentDictionary<(string Cluster, string Destination), FrozenSet<string>> left = new();

    public void Note(string cluster, IEnumerable<(string Destination, string[] Modules)> answers)
    {
        foreach (var (destination, modules) in answers)
        {
            if (modules.Length > 0) left[(cluster, destination)] = modules.ToFrozenSet();
            else left.TryRemove((cluster, destination), out _);
        }
    }

    public bool IsEmpty => left.IsEmpty;

    public bool HasLeft(string module, string cluster, string destination) =>
        left.TryGetValue((cluster, destination), out var modules) && modules.Contains(module);
}
