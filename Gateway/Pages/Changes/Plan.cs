using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Changes;

/// <summary>A change that somebody is about to make.</summary>
/// <param name="Title">What it is, as a heading.</param>
/// <param name="Back">The page it came from.</param>
/// <param name="Edit">What it makes of the state.</param>
/// <param name="Undoes">The version that it brings back, if that is what it does.</param>
internal sealed record Plan(string Title, string Back, Func<TrafficState, DateTimeOffset, Edit> Edit, long? Undoes = null)
{
    public static Plan OfRoute(string route, RouteFields fields) =>
        new($"Change {route}", RoutePath(route), (state, now) => fields.ApplyTo(state, route, now));

    public static Plan OfMode(string cluster, string id, string mode, string? route) => new(
        $"{(mode == "ready" ? "Make" : "Put")} destination {id} of {cluster} {(mode == "ready" ? "ready" : $"in {mode}")}", RoutePath(route),
        (state, now) => Words.TryMode(mode, out var wanted)
            ? Edits.SetDestinationMode(state, cluster, id, wanted, now)
            : State.Edit.Refused($"clusters.{cluster}.destinations.{id}", "Choose ready, drain or maint."));

    public static Plan OfRemoval(string cluster, string id, string? route) =>
        new($"Remove destination {id} of {cluster}", RoutePath(route), (state, _) => Edits.RemoveDestination(state, cluster, id));

    public static Plan OfDestination(string cluster, string id, string address, string? route) =>
        new($"Add a destination to {cluster}", RoutePath(route), (state, _) => Edits.PutDestination(state, cluster, id.Trim(), address.Trim()));

    public static Plan OfUndo(Revision wanted, string? route) =>
        new($"Bring back version {wanted.Version}", route is null ? "/admin/history" : RoutePath(route), (_, _) => wanted.State, wanted.Version);

    private static string RoutePath(string? route) => route is null ? ReturnPath.Board : $"/admin/routes/{Uri.EscapeDataString(route)}";
}
