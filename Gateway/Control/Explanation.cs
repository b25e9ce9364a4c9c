using MyThoughts.Gateway.Guard;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Control;

/// <summary>What would happen to a request, and why. Health and easing are this replica's own.</summary>
/// <param name="Path">The path asked about.</param>
/// <param name="Version">The state that decides.</param>
/// <param name="Outcome"><c>monolith</c>, <c>service:search</c>, <c>blocked</c> (404, never leaves the gateway) or <c>closed</c> (503).</param>
/// <param name="Reason">As in the log: <c>weight</c>, <c>drain</c>, <c>easing</c> and so on.</param>
/// <param name="Because">The same in a sentence.</param>
/// <param name="Route">The route that owns the path; null when none does.</param>
/// <param name="Visitor">Who asks: the id of a cookie, or the user of a token.</param>
/// <param name="Bucket">The visitor's bucket on that route, 0 to 9,999.</param>
/// <param name="Weight">The route's weight in percent; buckets below 100 times this are the service's.</param>
/// <param name="EasedShare">How much of that the service gets at the moment, in percent; 100 unless it has just come back.</param>
/// <param name="Forced">The side that a valid signature demands.</param>
/// <param name="Monolith">The monolith's side as this visitor finds it.</param>
/// <param name="Service">The service's side as this visitor finds it.</param>
internal sealed record Explanation(
    string Path, long Version, string Outcome, string Reason, string Because, string? Route = null, string? Visitor = null, int? Bucket = null,
    decimal? Weight = null, decimal? EasedShare = null, Side? Forced = null, ExplainedSide? Monolith = null, ExplainedSide? Service = null);

/// <summary>A side as one visitor finds it.</summary>
/// <param name="Mode">Its mode.</param>
/// <param name="Since">Since when it drains.</param>
/// <param name="Permitted">Whether anybody may be sent there.</param>
/// <param name="Healthy">Destinations that would take this visitor.</param>
internal sealed record ExplainedSide(Mode Mode, DateTimeOffset? Since, bool Permitted, IReadOnlyList<string> Healthy);

/// <summary>Decides as the traffic split does, for a request that nobody has sent.</summary>
internal sealed class Explainer(LiveTraffic traffic, SideOverride overrides)
{
    /// <param name="target">The path as a browser sends it; a query is left out of account.</param>
    /// <param name="visitorId">The id of the cookie, if there is one.</param>
    /// <param name="user">The user of the token, if there is one.</param>
    /// <param name="signature">What demands a side, if anything does.</param>
    public Explanation? Explain(string target, string? visitorId, string? user, string? signature)
    {
        if (traffic.Current is not { } table) return null;
        var path = RequestTarget.PathOf(target);
        var version = table.Revision.Version;
        if (BlockedPaths.Contains(path)) return new(path, version, "blocked", "blocked", "No one outside reaches this path behind the gateway: 404, but for the gateway's own health.");
        if (table.Find(path) is not SplitRoute route) return new(path, version, TrafficState.Monolith, Reason.Unsplit.ToLogText(), "No route owns this path, and so it is the monolith's.");

        var (id, visitor) = VisitorOf(visitorId, user);
        var bucket = VisitorBucket.Of(id, route.Name);
        var forced = signature is null ? null : overrides.Read(signature, route.Name);
        var (side, reason) = route.Decide(bucket, visitor, forced);
        var outcome = reason == Reason.Closed ? "closed" : route[side].Name;
        return new(
            path, version, outcome, reason.ToLogText(), Sentence(reason, bucket, route), route.Name, id, bucket, route.Weight.Percent, route.Return.Share() / 100m,
            forced, View(route.Monolith, visitor), View(route.Service, visitor));
    }

    // Without an id the request would be given one, and would be a newcomer's.
    private static (string Id, Visitor Visitor) VisitorOf(string? visitorId, string? user)
    {
        if (visitorId is not null && VisitorId.IsValid(visitorId)) return (visitorId, Visitor.OfCookie(visitorId));
        return user is not null ? (user, new(VisitorKind.Token)) : (Guid.CreateVersion7().ToString(), new(VisitorKind.Minted));
    }

    private static ExplainedSide View(SplitSide side, Visitor visitor) =>
        new(side.Mode.Mode, side.Mode.Since, side.IsPermitted, [.. side.Candidates(visitor).Select(destination => destination.DestinationId)]);

    private static string Sentence(Reason reason, int bucket, SplitRoute route) => reason switch
    {
        Reason.Weight => $"Bucket {bucket} is {(bucket < route.Weight.BasisPoints ? "below" : "not below")} {route.Weight.BasisPoints}, which is {route.Weight}% of 10,000.",
        Reason.Forced => "An operator's signature demands this side.",
        Reason.Drain => "The side of the weight is draining, and this visitor came after that began.",
        Reason.Maint => "The side of the weight is in maint, or the module has left it.",
        Reason.Easing => "The service has just come back, and this visitor's bucket is not let in yet.",
        Reason.Unhealthy => "The side of the weight has no healthy destination, and the other one has.",
        Reason.Unready => "No side that may be asked has a healthy destination: the host itself is asked all the same.",
        _ => "No side may be asked: 503.",
    };
}
