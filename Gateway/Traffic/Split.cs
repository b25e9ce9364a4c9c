using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Traffic;

/// <summary>How the paths of a route, or those of no route, are divided.</summary>
internal abstract record Split(string Name, SplitSide Monolith);

/// <summary>Paths that both sides serve. A route is one unit: its pages, its API and its forms are decided alike.</summary>
internal sealed record SplitRoute(string Name, Weight Weight, SplitSide Monolith, SplitSide Service, ServiceReturn Return) : Split(Name, Monolith)
{
    public SplitSide this[Side side] => side == Side.Service ? Service : Monolith;

    public SplitDecision Decide(HttpContext context, SideOverride overrides, out Visitor visitor)
    {
        var bucket = VisitorBucket.Of(VisitorId.ReadOrMint(context, out visitor), Name);
        return Decide(bucket, visitor, overrides.Read(context, Name));
    }

    public SplitDecision Decide(int bucket, Visitor visitor, Side? forced)
    {
        // Health checks see a service go and come once a second; a request may see it before them.
        Return.See(Service.Healthy);
        return SplitDecision.Of(bucket, Weight, Return.Share(), forced, Monolith.ViewOf(visitor), Service.ViewOf(visitor));
    }
}

/// <summary>Every path that no route owns: the monolith's, except for the assets that only a service has.</summary>
internal sealed record UnsplitPaths(SplitSide Monolith, IReadOnlyList<SplitSide> Services, SideCounters ServiceCounters) : Split(TrafficRules.RestOfPaths, Monolith)
{
    /// <summary>Here the services count as one side: which of them has an asset is nobody's decision.</summary>
    public SideCounters CountersOf(Side side) => side == Side.Service ? ServiceCounters : Monolith.Counters;
}
