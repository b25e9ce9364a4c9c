using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Traffic;

/// <summary>One revision of the state, ready to decide with. A request reads it once and is decided by it alone.</summary>
internal sealed class RoutingTable(Revision revision, (PathPattern Pattern, SplitRoute Route)[] paths, UnsplitPaths rest)
{
    public Revision Revision => revision;

    public UnsplitPaths Rest => rest;

    public IEnumerable<SplitRoute> Routes => paths.Select(path => path.Route).Distinct();

    // A dozen patterns, most of them ruled out by a character.
    public Split Find(ReadOnlySpan<char> path)
    {
        foreach (var (pattern, route) in paths)
        {
            if (pattern.Owns(path)) return route;
        }
        return rest;
    }

    public SplitRoute? Route(string name) => Routes.FirstOrDefault(route => route.Name == name);
}
