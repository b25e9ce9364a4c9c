using System.CommandLine;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Cli.Watching;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>The routes as they are, again and again, until it is told to stop. A gateway that goes away is waited for.</summary>
internal static class WatchVerb
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    public static Command Make(VerbSet verbs, TimeProvider clock)
    {
        var every = Values.Time("--every", "How often to look.", Often, Least);
        return verbs.Verb("watch", "Shows the routes live, until Ctrl+C: a table that stays in place, or lines where there is no terminal.", [every], async (session, parsed, stop) =>
        {
            IWatchView view = session.AsJson ? new JsonView(session.Terminal) : session.Terminal.IsInteractive ? new LiveView(session.Terminal, clock) : new LineView(session.Terminal, clock);
            // The first look may fail: an address that is wrong stays wrong.
            view.Show(await session.Gateway.GetAsync("routes", stop));
            try
            {
                using var timer = new PeriodicTimer(parsed.GetValue(every));
                while (await timer.WaitForNextTickAsync(stop)) await LookAsync(session, view, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // That is how one leaves it.
            }
            finally
            {
                view.End();
            }
            return ExitCode.Done;
        });
    }

    private static async Task LookAsync(Session session, IWatchView view, CancellationToken cancellationToken)
    {
        try
        {
            view.Show(await session.Gateway.GetAsync("routes", cancellationToken));
        }
        catch (CommandFailedException failure) when (failure.Code == ExitCode.Away)
        {
            view.ShowAway(failure.Message);
        }
    }
}
