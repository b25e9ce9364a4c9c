using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Control;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>What is known of the routes while listening: read whole when something has changed, and kept fresh by the figures that are told.</summary>
internal sealed class RoutesInSight(GatewayClient gateway)
{
    // Who is ready or has left is not told by itself.
    private const int FiguresToALook = 5;

    private int figuresSinceLook;

    /// <summary>The routes, once the first event has come.</summary>
    public TrafficOverview? Overview { get; private set; }

    /// <summary>What the event says that has just come, if it says that the state is another one.</summary>
    public StateEvent? Change { get; private set; }

    public async Task TakeAsync(GatewayEvent told, CancellationToken cancellationToken)
    {
        Change = told.Name == "state" ? told.Data.Read<StateEvent>() : null;
        if (told.Name == "figures" && Overview is { } known && ++figuresSinceLook < FiguresToALook) Overview = known.With(told.Data.Read<FiguresEvent>());
        else await LookAsync(cancellationToken);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Overview = (await gateway.GetAsync("routes", cancellationToken)).Read<TrafficOverview>();
        figuresSinceLook = 0;
    }
}
