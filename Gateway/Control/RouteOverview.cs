using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Control;

/// <summary>All traffic as an operator sees it: what is decided, and what this replica knows of the hosts and has measured.</summary>
/// <param name="Version">The version in effect.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="By">The name of the key that made it.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="Routes">The routes, in the order of the state.</param>
/// <param name="Rest">Every path that no route owns.</param>
internal sealed record TrafficOverview(long Version, DateTime At, string By, string? Reason, IReadOnlyList<RouteOverview> Routes, RestOverview Rest);

/// <summary>A route with its two sides.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Paths">The paths it owns, with all below them.</param>
/// <param name="Cluster">The cluster of its service, which bears the module's name.</param>
/// <param name="Weight">The share of its visitors for the service, in percent.</param>
/// <param name="EasedShare">How much of that the service gets at the moment, in percent; 100 unless it has just come back.</param>
/// <param name="HasLeftMonolith">Whether a host of the monolith says that the module has left it: its paths are 404 there.</param>
/// <param name="Monolith">The monolith's side.</param>
/// <param name="Service">The service's side.</param>
/// <param name="LastChange">The last change of the route or of its service's cluster; null while the database is away and nobody remembers.</param>
internal sealed record RouteOverview(
    string Name, IReadOnlyList<string> Paths, string Cluster, Weight Weight, decimal EasedShare, bool HasLeftMonolith,
    SideOverview Monolith, SideOverview Service, RouteChange? LastChange)
{
    public SideOverview this[Side side] => side == Side.Service ? Service : Monolith;
}

/// <summary>One side of a route.</summary>
/// <param name="Mode">Its mode on this route.</param>
/// <param name="Since">Since when it drains.</param>
/// <param name="Cluster">The cluster whose hosts serve it.</param>
/// <param name="Destinations">Those hosts.</param>
/// <param name="Figures">What it has done on this route.</param>
internal sealed record SideOverview(Mode Mode, DateTimeOffset? Since, string Cluster, IReadOnlyList<DestinationOverview> Destinations, SideFigures Figures);

/// <summary>One host, as this replica sees it.</summary>
/// <param name="Id">Its name in the cluster.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Mode">Its mode, whichever route asks.</param>
/// <param name="Since">Since when it drains.</param>
/// <param name="Active">What the health checks say; unknown until the first answer.</param>
/// <param name="Passive">What the requests say.</param>
/// <param name="IsAvailable">Whether it is among those that requests are sent to.</param>
/// <param name="IsAbsent">Whether it says that the route's module has left it.</param>
internal sealed record DestinationOverview(
    string Id, string Address, Mode Mode, DateTimeOffset? Since, DestinationHealth Active, DestinationHealth Passive, bool IsAvailable, bool IsAbsent);

/// <summary>A change of a route.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">The name of the key that made it.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="Changes">What it changed of this route.</param>
internal sealed record RouteChange(long Version, DateTime At, string By, string? Reason, IReadOnlyList<FieldChange> Changes);

/// <summary>The paths of no route: the monolith's, but for assets that only a service has.</summary>
/// <param name="Monolith">What the monolith did there.</param>
/// <param name="Service">What all services together did there.</param>
internal sealed record RestOverview(SideFigures Monolith, SideFigures Service);
