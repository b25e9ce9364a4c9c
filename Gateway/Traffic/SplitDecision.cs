namespace MyThoughts.Gateway.Traffic;

/// <summary>The two sides of a route.</summary>
internal enum Side
{
    Monolith,
    Service,
}

/// <summary>Why a request went to its side; in the log in lower case.</summary>
internal enum Reason
{
    /// <summary>The path belongs to no route, and so to the monolith.</summary>
    Unsplit,

    /// <summary>The visitor's bucket against the route's weight.</summary>
    Weight,

    /// <summary>The side the weight chose has no healthy destination, and the other has one.</summary>
    Unhealthy,

    /// <summary>Neither side has a healthy destination: the host's own 503 says more than the gateway could.</summary>
    Unready,

    /// <summary>A safe request failed on the first side before an answer had begun.</summary>
    Fallback,

    /// <summary>The first side does not have this asset.</summary>
    Asset,
}

internal static class Reasons
{
    public static string ToLogText(this Reason reason) => reason switch
    {
        Reason.Unsplit => "unsplit",
        Reason.Weight => "weight",
        Reason.Unhealthy => "unhealthy",
        Reason.Unready => "unready",
        Reason.Fallback => "fallback",
        _ => "asset",
    };
}

/// <summary>Where a request goes and why: a function of what is known, with no request in it.</summary>
internal readonly record struct SplitDecision(Side Side, Reason Reason)
{
    public static SplitDecision Of(int bucket, Weight weight, bool monolithReady, bool serviceReady)
    {
        var side = bucket < weight.BasisPoints ? Side.Service : Side.Monolith;
        var (ready, otherReady) = side == Side.Service ? (serviceReady, monolithReady) : (monolithReady, serviceReady);
        if (ready) return new(side, Reason.Weight);
        return otherReady ? new(Other(side), Reason.Unhealthy) : new(side, Reason.Unready);
    }

    public static Side Other(Side side) => side == Side.Monolith ? Side.Service : Side.Monolith;
}
