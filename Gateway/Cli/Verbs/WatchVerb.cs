using System.CommandLine;
using MyThoughts.Gateway.Cli.Watching;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>The routes as they are while one looks, until it is told to stop. A gateway that goes away is waited for.</summary>
internal static class WatchVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Make(VerbSet verbs, TimeProvider clock) => verbs.Verb(
        "watch", "Shows the routes live, until Ctrl+C: a table that stays in place, or lines where there is no terminal.", [],
        async (session, _, stop) =>
        {
            var view = ViewFor(session, clock);
            try
            {
                await WatchAsync(session, view, stop);
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

    private static IWatchView ViewFor(Session session, TimeProvider clock)
    {
        if (session.AsJson) return new JsonView(session.Terminal);
        var routes = new RoutesInSight(session.Gateway);
        return session.Terminal.IsInteractive ? new LiveView(session.Terminal, routes, clock) : new LineView(session.Terminal, routes, clock);
    }

    // The first try may fail: an address that is wrong stays wrong. A stream that ends is begun anew: they do, after a while.
    private static async Task WatchAsync(Session session, IWatchView view, CancellationToken stop)
    {
        for (var hasBegun = false; ; await Task.Delay(Pause, stop))
        {
            try
            {
                using var events = await session.Gateway.ListenAsync(stop);
                await foreach (var told in events.ReadAsync(stop))
                {
                    await view.ShowAsync(told, stop);
                    hasBegun = true;
                }
            }
            catch (CommandFailedException failure) when (hasBegun && failure.Code == ExitCode.Away)
            {
                view.ShowAway(failure.Message);
            }
        }
    }
}
