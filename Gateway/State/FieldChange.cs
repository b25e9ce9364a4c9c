namespace MyThoughts.Gateway.State;

/// <summary>One difference between two states, as history shows it.</summary>
/// <param name="Place">The part of the state, for example <c>routes.search.weight</c>.</param>
/// <param name="From">What it was; null when it is new.</param>
/// <param name="To">What it is; null when it is gone.</param>
internal sealed record FieldChange(string Place, string? From, string? To)
{
    public static IReadOnlyList<FieldChange> Between(TrafficState? old, TrafficState next)
    {
        var before = old is null ? [] : Flatten(old);
        var after = Flatten(next);
        return [.. before.Keys.Union(after.Keys)
            .Select(place => new FieldChange(place, before.GetValueOrDefault(place), after.GetValueOrDefault(place)))
            .Where(change => change.From != change.To)];
    }

    // Ordered, so that a change reads from the route down to its destinations.
    private static Dictionary<string, string> Flatten(TrafficState state)
    {
        var fields = new Dictionary<string, string>();
        foreach (var route in state.Routes)
        {
            fields[$"routes.{route.Name}.weight"] = $"{route.Weight}%";
            fields[$"routes.{route.Name}.monolith"] = route.Monolith.Mode.ToText();
            fields[$"routes.{route.Name}.service"] = route.Service.Mode.ToText();
            fields[$"routes.{route.Name}.paths"] = string.Join(' ', route.Paths);
            fields[$"routes.{route.Name}.cluster"] = route.Cluster;
        }
        foreach (var cluster in state.Clusters)
        {
            fields[$"clusters.{cluster.Name}.protocol"] = cluster.Protocol == Protocol.Http2 ? "http2" : "http1";
            foreach (var destination in cluster.Destinations)
                fields[$"clusters.{cluster.Name}.destinations.{destination.Id}"] = $"{destination.Address} {destination.Mode.Mode.ToText()}";
        }
        return fields;
    }
}
