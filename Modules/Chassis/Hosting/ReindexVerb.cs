using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds.Following;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// Builds what the host's modules keep of the feeds they follow anew, from the feeds' start, while hosts go on serving: with their
/// readers when they run, without them when not. Interrupted, the rebuild goes on wherever a reader runs.
/// </summary>
internal static class ReindexVerb
{
    private static readonly TimeSpan Pause = Console.IsOutputRedirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(1);

    public static Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken) =>
        VerbHost.RunAsync(host, app => RunAsync(app, cancellationToken), cancellationToken);

    private static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        foreach (var following in app.Services.GetServices<IFollowing>()) await RebuildAsync(following, cancellationToken);
        return 0;
    }

    private static async Task RebuildAsync(IFollowing following, CancellationToken cancellationToken)
    {
        var total = (await following.FeedStatusAsync(cancellationToken)).Rows;
        await following.BeginRebuildAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        var next = Pause;
        FeedState state;
        while ((state = await following.StateAsync(cancellationToken)).Rebuilding)
        {
            if (watch.Elapsed >= next)
            {
                Console.WriteLine(Progress(following.Followed, state.Rebuilt, total, watch.Elapsed));
                next = watch.Elapsed + Pause;
            }
            await following.StepAsync(cancellationToken);
        }
        // Once more: whoever asks for what follows tells the feed how far it has come.
        await following.StepAsync(cancellationToken);
        Console.WriteLine(Progress(following.Followed, state.Rebuilt, total, watch.Elapsed) + ", done");
    }

    private static string Progress(FollowedFeed followed, long rows, long total, TimeSpan elapsed)
    {
        var rate = rows / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = rate > 0 && total > rows ? TimeSpan.FromSeconds((total - rows) / rate) : TimeSpan.Zero;
        return string.Create(CultureInfo.InvariantCulture, $"{followed.Reader} from {followed.Feed}: {rows:N0} of {total:N0} rows, {rate:N0} a second, {left:hh\\:mm\\:ss} left");
    }
}
