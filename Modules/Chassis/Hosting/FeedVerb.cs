using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Shows the feeds of the host's modules, their readers, and what could not be applied; tries that again.</summary>
internal static class FeedVerb
{
    public static Task<int> ListAsync(ModuleHostBuilder host, CancellationToken cancellationToken) =>
        VerbHost.RunAsync(host, app => ListAsync(app, cancellationToken), cancellationToken);

    /// <summary>Tries again what was put aside: one change, or all of them without an id.</summary>
    public static Task<int> ReplayAsync(ModuleHostBuilder host, string? id, CancellationToken cancellationToken)
    {
        long? number = id is null ? null : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? parsed : throw new SettingException($"'{id}' is no number of a change. Example: feed replay 42");
        return VerbHost.RunAsync(host, app => ReplayAsync(app, number, cancellationToken), cancellationToken);
    }

    private static async Task<int> ListAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var followings = app.Services.GetServices<IFollowing>().ToList();
        var shown = new HashSet<string>();
        foreach (var own in app.Services.GetServices<OwnFeed>().Where(own => shown.Add(own.Module)))
            Write(own.Module, await app.Services.GetRequiredKeyedService<FeedSource>(own.Module).StatusAsync(cancellationToken));
        foreach (var other in followings.Where(other => shown.Add(other.Followed.Feed)))
            Write(other.Followed.Feed, await other.FeedStatusAsync(cancellationToken));
        foreach (var following in followings) await WriteAsync(following, cancellationToken);
        return 0;
    }

    private static void Write(string feed, FeedStatus status)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"feed of {feed}: {status.Rows:N0} rows, last change {status.Head}"));
        foreach (var reader in status.Readers)
        {
            var behind = reader.Behind == 0 ? "up to date" : string.Create(CultureInfo.InvariantCulture, $"{reader.Behind:N0} changes behind");
            var seen = reader.LastSeen is { } time ? string.Create(CultureInfo.InvariantCulture, $"asked last at {time:yyyy-MM-dd HH:mm:ss}Z") : "has never asked";
            Console.WriteLine($"  read by {reader.Name}: {behind}, {seen}");
        }
    }

    private static async Task WriteAsync(IFollowing following, CancellationToken cancellationToken)
    {
        var state = await following.StateAsync(cancellationToken);
        var parked = await following.ParkedAsync(null, cancellationToken);
        var rebuilding = state.Rebuilding ? string.Create(CultureInfo.InvariantCulture, $", rebuilding: {state.Rebuilt:N0} changes so far") : "";
        Console.WriteLine($"{following.Followed.Reader} follows {following.Followed.Feed}: at {state.Cursor}, {parked.Count} parked{rebuilding}");
        foreach (var change in parked)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {change.Id}: tried {change.Tries} times until {change.ParkedAt:yyyy-MM-dd HH:mm:ss}Z: {OneLine(change.Reason)}"));
        if (parked.Count > 0) Console.WriteLine("  Mend the cause, then try again with: feed replay [id]");
    }

    private static async Task<int> ReplayAsync(WebApplication app, long? id, CancellationToken cancellationToken)
    {
        var (tried, failed) = (0, 0);
        foreach (var following in app.Services.GetServices<IFollowing>())
        {
            foreach (var change in await following.ParkedAsync(id, cancellationToken))
            {
                var result = await following.ReplayAsync(change, cancellationToken);
                var outcome = result.Outcome switch
                {
                    ReplayOutcome.Applied => "applied in its present state",
                    ReplayOutcome.Superseded => "nothing to do: a later state of it has come meanwhile",
                    _ => $"still cannot be applied: {OneLine(result.Problem!)}",
                };
                Console.WriteLine($"{following.Followed.Reader} from {following.Followed.Feed}, {change.Id}: {outcome}");
                tried++;
                if (result.Outcome == ReplayOutcome.Failed) failed++;
            }
        }
        if (tried == 0) Console.WriteLine("Nothing is parked.");
        return failed == 0 ? 0 : 1;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
