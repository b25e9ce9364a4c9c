using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>A line of JSON for each look, as the API gave it.</summary>
internal sealed class JsonView(Terminal terminal) : IWatchView
{
    public void Show(Answer routes)
    {
        terminal.WriteLine(routes.Body);
        terminal.Output.Flush();
    }

    public void ShowAway(string problem) => terminal.Complain(problem);

    public void End()
    {
    }
}
