using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Verbs;

namespace MyThoughts.Gateway.Cli.Watching;

/// <summary>For a terminal: a table that stays where it is. Each picture is written over the one before, so that nothing flickers.</summary>
internal sealed class LiveView(Terminal terminal, RoutesInSight routes, TimeProvider clock) : IWatchView
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string ClearRestOfLine = "\e[K";
    private const string ClearBelow = "\e[J";

    private int height;
    private IReadOnlyList<string> table = [];

    public async Task ShowAsync(GatewayEvent told, CancellationToken cancellationToken)
    {
        await routes.TakeAsync(told, cancellationToken);
        var overview = routes.Overview!;
        table = [.. RouteTable.Of(overview).Lines(terminal.Width, terminal.HasColor)];
        var reason = overview.Reason is null ? "" : $": {overview.Reason}";
        Draw($"{told.Data.From.Address}  version {overview.Version} by {overview.By}, {UtcTime.Text(overview.At)}{reason}", Tone.Plain);
    }

    // What was true last stays in sight, below a line that says that it may not be any more.
    public void ShowAway(string problem) => Draw(problem, Tone.Bad);

    public void End()
    {
        terminal.Output.Write(ShowCursor);
        terminal.Output.Flush();
    }

    private void Draw(string status, Tone tone)
    {
        string[] head = [Line(status, tone), Line($"{UtcTime.Text(clock.GetUtcNow())}   Ctrl+C ends", Tone.Dim), ""];
        // One line less than the window has: the cursor stands below.
        var lines = head.Concat(table).Take(terminal.Height - 1).ToList();
        var up = height > 0 ? $"\e[{height}A\r" : "";
        terminal.Output.Write($"{HideCursor}{up}{string.Concat(lines.Select(line => line + ClearRestOfLine + Environment.NewLine))}{ClearBelow}");
        terminal.Output.Flush();
        height = lines.Count;
    }

    private string Line(string text, Tone tone)
    {
        var cell = Cell.Of(text, tone);
        return cell.Write(TextWidth.Cut(cell.Text, terminal.Width), terminal.HasColor);
    }
}
