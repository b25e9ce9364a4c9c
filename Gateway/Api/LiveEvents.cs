using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Api;

/// <summary>The event <c>state</c>: a revision is in effect.</summary>
/// <param name="Version">Its version.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="By">The name of the key that made it.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="Changes">What is different from what this listener was told last; empty when listening begins.</param>
internal sealed record StateEvent(long Version, DateTime At, string By, string? Reason, IReadOnlyList<FieldChange> Changes);

/// <summary>The event <c>figures</c>: what this replica measures at the moment.</summary>
/// <param name="Version">The version in effect.</param>
/// <param name="At">When it was measured, in UTC.</param>
/// <param name="Routes">The routes, in the order of the state.</param>
internal sealed record FiguresEvent(long Version, DateTimeOffset At, IReadOnlyList<RouteNow> Routes);

/// <summary>A route at the moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EasedShare">How much of its visitors the service gets, in percent; 100 unless it has just come back.</param>
/// <param name="Monolith">The monolith's side.</param>
/// <param name="Service">The service's side.</param>
internal sealed record RouteNow(string Name, decimal EasedShare, SideNow Monolith, SideNow Service);

/// <summary>A side at the moment.</summary>
/// <param name="Requests">Requests a second, mean of the last ten seconds.</param>
/// <param name="Errors">Share of those that failed, 0 to 1.</param>
/// <param name="P50">Half of them took at most so many milliseconds; null without requests.</param>
/// <param name="P99">Ninety-nine of a hundred took at most so many milliseconds; null without requests.</param>
/// <param name="Visitors">Share of the route's visitors that the weight gives this side, 0 to 1.</param>
/// <param name="Share">Share of the route's requests of the last minute that this side got, 0 to 1; null without requests.</param>
/// <param name="Healthy">How many of its hosts are healthy and take requests.</param>
internal sealed record SideNow(double Requests, double Errors, double? P50, double? P99, double Visitors, double? Share, int Healthy);

/// <summary>Makes the events of this moment.</summary>
internal sealed class LiveEvents(LiveTraffic traffic, TrafficFigures figures, TimeProvider clock)
{
    /// <summary>The revision in effect, beside the one that was told last; null when there is nothing to tell.</summary>
    public static StateEvent? StateSince(Revision? told, Revision now)
    {
        if (told is not null && told.Version == now.Version && told.At == now.At) return null;
        return new(now.Version, now.At, now.By, now.Reason, told is null ? [] : FieldChange.Between(told.State, now.State));
    }

    public FiguresEvent? Figures() => traffic.Current is { } table
        ? new(table.Revision.Version, clock.GetUtcNow(), [.. table.Revision.State.Routes.Select(route => NowOf(route, table.Route(route.Name)!))])
        : null;

    private RouteNow NowOf(TrafficRoute route, SplitRoute split) =>
        new(route.Name, split.Return.Share() / 100m, NowOf(route, Side.Monolith, split), NowOf(route, Side.Service, split));

    private SideNow NowOf(TrafficRoute route, Side side, SplitRoute split)
    {
        var now = figures.Now(route, side);
        return new(now.Requests, now.Errors, now.P50, now.P99, now.Visitors, now.Share, split[side].HealthyCount);
    }
}
