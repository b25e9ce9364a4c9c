using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>A line of JSON for each event, as the API told it.</summary>
internal sealed class JsonView(Terminal terminal) : IWatchView
{
    public async Task ShowAsync(GatewayEvent told, CancellationToken cancellationToken)
    {
        terminal.WriteLine(told.Data.Body);
        await terminal.Output.FlushAsync(cancellationToken);
    }

    public void ShowAway(string problem) => terminal.Complain(problem);

    public void End()
    {
    }
}
