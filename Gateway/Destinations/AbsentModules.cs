using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace MyThoughts.Gateway.Destinations;

/// <summary>Which modules have left which destination, as that host said last. A request for one of them would be a 404 there.</summary>
internal sealed class AbsentModules
{
    // Only hosts that some module has left: nearly always, nothing is here.
    private readonly ConcurrentDictionary<(string Cluster, string Destination), FrozenSet<string>> left = new();
    private volatile int version;

    /// <summary>Another one after each change, for those who remember what follows from this.</summary>
    public int Version => version;

    public void Note(string cluster, IEnumerable<(string Destination, string[] Modules)> answers)
    {
        foreach (var (destination, modules) in answers)
        {
            var host = (cluster, destination);
            if (left.TryGetValue(host, out var known) ? known.SetEquals(modules) : modules.Length == 0) continue;
            if (modules.Length > 0) left[host] = modules.ToFrozenSet();
            else left.TryRemove(host, out _);
            Interlocked.Increment(ref version);
        }
    }

    public bool HasLeft(string module, string cluster, string destination) =>
        left.TryGetValue((cluster, destination), out var modules) && modules.Contains(module);
}
