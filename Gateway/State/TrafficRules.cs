using MyThoughts.Gateway.Guard;

namespace MyThoughts.Gateway.State;

/// <summary>What makes a state one that the gateway takes. Every problem is told, not only the first.</summary>
internal static class TrafficRules
{
    private const int LongestName = 40;

    /// <summary>What to say of a name that is none.</summary>
    public static readonly string WantedName = $"A name has 1 to {LongestName} lower-case letters, digits and dashes.";

    /// <summary>The rules for any state, wherever it comes from.</summary>
    public static IReadOnlyList<Problem> Check(TrafficState state)
    {
        var problems = new List<Problem>();
        CheckNames("routes", state.Routes.Select(route => route.Name), problems);
        CheckNames("clusters", state.Clusters.Select(cluster => cluster.Name), problems);
        if (state.Cluster(TrafficState.Monolith) is null) problems.Add(new("clusters", "There is no cluster named monolith, where every path without a route goes."));
        foreach (var route in state.Routes) CheckRoute(state, route, problems);
        foreach (var cluster in state.Clusters) CheckCluster(cluster, problems);
        CheckOverlaps(state, problems);
        return problems;
    }

    private static void CheckNames(string place, IEnumerable<string> names, List<Problem> problems)
    {
        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (!IsName(name)) problems.Add(new($"{place}.{name}", WantedName));
            if (!seen.Add(name)) problems.Add(new($"{place}.{name}", "There are two of this name. Keep one."));
        }
    }

    private static void CheckRoute(TrafficState state, TrafficRoute route, List<Problem> problems)
    {
        var place = $"routes.{route.Name}";
        if (route.Name == RestOfPaths) problems.Add(new(place, $"'{RestOfPaths}' is what the gateway calls every other path. Choose another name."));
        if (route.Cluster == TrafficState.Monolith) problems.Add(new($"{place}.cluster", "The monolith is the other side already. Name the service's cluster."));
        else if (state.Cluster(route.Cluster) is null) problems.Add(new($"{place}.cluster", $"There is no cluster '{route.Cluster}'."));
        if (route.Paths.Count == 0) problems.Add(new($"{place}.paths", "A route has at least one path."));
        foreach (var path in route.Paths)
        {
            if (!PathPattern.TryParse(path, out _)) problems.Add(new($"{place}.paths", $"'{path}' is no path. Example: /search, or /@{{username}}."));
            else if (BlockedPaths.Contains(path)) problems.Add(new($"{place}.paths", $"'{path}' is for no one outside, and never leaves the gateway."));
        }
    }

    private static void CheckCluster(TrafficCluster cluster, List<Problem> problems)
    {
        var place = $"clusters.{cluster.Name}.destinations";
        if (cluster.Destinations.Count == 0) problems.Add(new(place, "A cluster has at least one destination."));
        CheckNames(place, cluster.Destinations.Select(destination => destination.Id), problems);
        foreach (var destination in cluster.Destinations)
        {
            if (!DestinationAddress.TryParse(destination.Address, out _)) problems.Add(new($"{place}.{destination.Id}", DestinationAddress.Wanted(destination.Address)));
        }
        foreach (var twice in cluster.Destinations.GroupBy(destination => destination.Address, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            problems.Add(new($"{place}.{twice.Last().Id}", $"{twice.Key} is there already, as destination {twice.First().Id}."));
    }

    private static void CheckOverlaps(TrafficState state, List<Problem> problems)
    {
        var paths = state.Routes.SelectMany(route => route.Paths.Select(path => (route.Name, Pattern: PathPattern.TryParse(path, out var pattern) ? pattern : null)))
            .Where(path => path.Pattern is not null).ToList();
        for (var first = 0; first < paths.Count; first++)
        {
            for (var second = first + 1; second < paths.Count; second++)
            {
                if (paths[first].Pattern!.Overlaps(paths[second].Pattern!)) problems.Add(new(
                    $"routes.{paths[second].Name}.paths",
                    $"'{paths[second].Pattern}' overlaps '{paths[first].Pattern}' of route {paths[first].Name}: a path owns what is below it. Leave one of them out."));
            }
        }
    }

    internal const string RestOfPaths = "rest";

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
