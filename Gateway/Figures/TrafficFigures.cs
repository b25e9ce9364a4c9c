using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Figures;

/// <summary>Counts what goes through this replica, per route and side, in bounded memory.</summary>
internal sealed class TrafficFigures(TimeProvider clock)
{
    /// <summary>The figures of a side now.</summary>
    public SideFigures Of(TrafficRoute route, Side side)
    {
        _ = clock;   // counting comes next
        var share = (double)route.Weight.Percent / 100;
        return new(0, 0, null, null, side == Side.Service ? share : 1 - share, null, []);
    }

    /// <summary>The figures of the paths that no route owns.</summary>
    public SideFigures OfRest(Side side)
    {
        _ = clock;
        return new(0, 0, null, null, side == Side.Service ? 0 : 1, null, []);
    }
}
