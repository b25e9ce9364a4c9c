using System.Collections.Frozen;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Every split by the id of its YARP route. A request reads it once; a reload replaces it whole.</summary>
internal sealed class SplitTable
{
    private volatile FrozenDictionary<string, Split> splits = FrozenDictionary<string, Split>.Empty;

    public Split this[string routeId] => splits[routeId];

    public void Replace(IReadOnlyDictionary<string, Split> next) => splits = next.ToFrozenDictionary();
}
