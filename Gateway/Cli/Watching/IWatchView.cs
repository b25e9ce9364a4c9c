using MyThoughts.Gateway.Cli.Http;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>A way to show routes that change while one looks.</summary>
internal interface IWatchView
{
    Task ShowAsync(GatewayEvent told, CancellationToken cancellationToken);

    /// <summary>The gateway did not answer this time.</summary>
    void ShowAway(string problem);

    void End();
}
