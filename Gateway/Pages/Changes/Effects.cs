using System.Globalization;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Changes;

/// <summary>What a change does to people and hosts, said before it is done.</summary>
internal static class Effects
{
    public static IReadOnlyList<string> Between(TrafficState before, TrafficState after) =>
    [
        .. after.Routes.SelectMany(route => before.Route(route.Name) is { } old ? OfRoute(old, route) : [$"{route.Name} is a new route: its visitors were the monolith’s until now."]),
        .. before.Routes.Where(route => after.Route(route.Name) is null).Select(route => $"{route.Name} is no route any more: its paths are the monolith’s."),
        .. after.Clusters.SelectMany(cluster => OfCluster(before.Cluster(cluster.Name), cluster)),
    ];

    private static IEnumerable<string> OfRoute(TrafficRoute before, TrafficRoute after)
    {
        if (before == after) yield break;
        var (old, share) = (Share(before), Share(after));
        if (share is null && old is not null) yield return $"Every request of {after.Name} is answered with 503: neither side may be asked.";
        else if (old is null && share is not null) yield return $"{after.Name} is open again: {Percent(share.Value)} of its visitors go to the service, the others to the monolith.";
        else if (share > old) yield return $"{Percent(share.Value - old.Value)} of {after.Name}’s visitors move from the monolith to the service: {Percent(old.Value)} → {Percent(share.Value)} are on the service. Nobody moves back.";
        else if (share < old) yield return $"{Percent(old.Value - share.Value)} of {after.Name}’s visitors move from the service to the monolith: {Percent(old.Value)} → {Percent(share.Value)} are on the service.";
        else if (before.Weight != after.Weight) yield return $"Nobody moves yet: a side of {after.Name} is in maint, and its visitors are on the other one whatever the weight says.";
        foreach (var sentence in new[] { Side.Monolith, Side.Service }.SelectMany(side => OfMode(before, after, side))) yield return sentence;
        if (!before.Paths.SequenceEqual(after.Paths)) yield return $"{after.Name} owns other paths: whoever asks for them is decided anew.";
    }

    private static IEnumerable<string> OfMode(TrafficRoute before, TrafficRoute after, Side side)
    {
        var name = side == Side.Service ? "service" : "monolith";
        if (before[side].Mode == after[side].Mode) yield break;
        if (after[side].Mode == Mode.Drain) yield return $"The {name} side of {after.Name} drains: whoever has visited before now stays, newcomers go to the other side.";
        if (after[side].Mode == Mode.Ready && before[side].Mode == Mode.Drain) yield return $"The {name} side of {after.Name} takes newcomers again.";
    }

    private static IEnumerable<string> OfCluster(TrafficCluster? before, TrafficCluster after)
    {
        if (before is null)
        {
            yield return $"{after.Name} is a new cluster.";
            yield break;
        }
        foreach (var destination in after.Destinations)
        {
            if (before.Destination(destination.Id) is not { } old) yield return $"{destination.Address} joins {after.Name}. It gets requests once its first health check has succeeded.";
            else if (old.Address != destination.Address) yield return $"Destination {destination.Id} of {after.Name} is {destination.Address} from now on. Requests that are under way end at {old.Address}.";
            if (before.Destination(destination.Id)?.Mode.Mode is { } mode && mode != destination.Mode.Mode) yield return $"Destination {destination.Id} of {after.Name} {Consequence(destination.Mode.Mode)}";
        }
        foreach (var gone in before.Destinations.Where(destination => after.Destination(destination.Id) is null))
            yield return $"{gone.Address} leaves {after.Name}. Requests that are under way end there, new ones go to the others.";
    }

    private static string Consequence(Mode mode) => mode switch
    {
        Mode.Ready => "takes everybody again.",
        Mode.Drain => "drains: whoever has visited before now may stay, newcomers go to the other hosts.",
        _ => "gets no new requests; those under way end there.",
    };

    // As the weight and the modes say. Health, and drains that go on, are another matter; null when nobody is answered.
    private static decimal? Share(TrafficRoute route) => (route.Monolith.Mode, route.Service.Mode) switch
    {
        (Mode.Maint, Mode.Maint) => null,
        (_, Mode.Maint) => 0,
        (Mode.Maint, _) => 100,
        _ => route.Weight.Percent,
    };

    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.##}%");
}
