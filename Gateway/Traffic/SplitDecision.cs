using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Why a request went to its side; in the log in lower case.</summary>
internal enum Reason
{
    /// <summary>The path belongs to no route, and so to the monolith.</summary>
    Unsplit,

    /// <summary>The visitor's bucket against the route's weight.</summary>
    Weight,

    /// <summary>An operator's signature demands the side.</summary>
    Forced,

    /// <summary>The side the weight chose is draining, and the visitor came after that began.</summary>
    Drain,

    /// <summary>The side the weight chose is in maint, or the module has left it.</summary>
    Maint,

    /// <summary>The service has just come back and does not get all of its visitors yet.</summary>
    Easing,

    /// <summary>The side the weight chose has no healthy destination, and the other has one.</summary>
    Unhealthy,

    /// <summary>No side that may be asked has a healthy destination: the host's own 503 says more than the gateway could.</summary>
    Unready,

    /// <summary>No side may be asked at all.</summary>
    Closed,

    /// <summary>A safe request failed on the first side before an answer had begun.</summary>
    Fallback,

    /// <summary>The first side does not have this asset.</summary>
    Asset,
}

internal static class Reasons
{
    private static readonly string[] Texts = Array.ConvertAll(Enum.GetNames<Reason>(), name => name.ToLowerInvariant());

    public static string ToLogText(this Reason reason) => Texts[(int)reason];
}

/// <summary>What is known of one side when a visitor asks.</summary>
/// <param name="IsPermitted">Not in maint, and the module is there.</param>
/// <param name="IsReady">A healthy destination would take this visitor.</param>
/// <param name="IsClosedToThem">It is draining, and the visitor is a newcomer.</param>
internal readonly record struct SideView(bool IsPermitted, bool IsReady, bool IsClosedToThem)
{
    public bool Welcomes => IsPermitted && IsReady && !IsClosedToThem;
}

/// <summary>Where a request goes and why: a function of what is known, with no request in it. With <see cref="Reason.Closed"/>, nowhere.</summary>
internal readonly record struct SplitDecision(Side Side, Reason Reason)
{
    public static SplitDecision Of(int bucket, Weight weight, int easedShare, Side? forced, SideView monolith, SideView service)
    {
        if (forced is { } demanded && View(demanded) is { IsPermitted: true, IsReady: true }) return new(demanded, Reason.Forced);
        var chosen = new SplitDecision(bucket < weight.BasisPoints ? Side.Service : Side.Monolith, Reason.Weight);
        if (chosen.Side == Side.Service && IsEasedOut() && monolith.Welcomes) chosen = new(Side.Monolith, Reason.Easing);
        var other = Other(chosen.Side);
        var (first, second) = (View(chosen.Side), View(other));
        if (first.IsPermitted && first.IsClosedToThem && second.Welcomes) return new(other, Reason.Drain);
        if (!first.IsPermitted) return second.IsPermitted ? new(other, Reason.Maint) : new(chosen.Side, Reason.Closed);
        if (first.IsReady) return chosen;
        return second is { IsPermitted: true, IsReady: true } ? new(other, Reason.Unhealthy) : new(chosen.Side, Reason.Unready);

        SideView View(Side side) => side == Side.Service ? service : monolith;
        // Bucket by bucket, from the lowest, as a rising weight would.
        bool IsEasedOut() => easedShare < Weight.All && (long)bucket * Weight.All >= (long)weight.BasisPoints * easedShare;
    }

    public static Side Other(Side side) => side == Side.Monolith ? Side.Service : Side.Monolith;
}
