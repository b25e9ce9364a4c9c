using System.Runtime.CompilerServices;
using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Control;

/// <summary>The last change of each route. History is read backwards, once for each version, from there to the version known before.</summary>
internal sealed class LastChanges(StateStore store, StateFollower follower)
{
    private const int PageSize = 50;

    private volatile Known? known;

    /// <summary>The changes by route. While the database is away, those that are known without it, and without waiting for it.</summary>
    public async Task<IReadOnlyDictionary<string, RouteChange>> OfAsync(Revision now, CancellationToken cancellationToken)
    {
        var before = known;
        if (before?.Now == now) return before.Changes;
        // A version that is not higher is that of another database, or of one that was put back.
        if (before?.Now.Version >= now.Version) before = null;
        var found = new Dictionary<string, RouteChange>();
        Note(now, now.State, found);
        var isComplete = follower.IsFollowing && await TryReadAsync(now, before, found, cancellationToken);
        foreach (var route in now.State.Routes)
        {
            if (before?.Changes.GetValueOrDefault(route.Name) is { } change) found.TryAdd(route.Name, change);
        }
        if (isComplete) known = new(now, found);
        return found;
    }

    private async Task<bool> TryReadAsync(Revision now, Known? before, Dictionary<string, RouteChange> found, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var revision in BackwardsAsync(now.Version, cancellationToken))
            {
                if (found.Count == now.State.Routes.Count || revision.Version == before?.Now.Version) break;
                Note(revision, now.State, found);
            }
            return true;
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            return false;
        }
    }

    private async IAsyncEnumerable<Revision> BackwardsAsync(long version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await store.BeforeAsync(version, PageSize, cancellationToken) is [.., var last] page)
        {
            foreach (var revision in page) yield return revision;
            version = last.Version;
        }
    }

    private static void Note(Revision revision, TrafficState state, Dictionary<string, RouteChange> found)
    {
        foreach (var route in state.Routes.Where(route => !found.ContainsKey(route.Name)))
        {
            FieldChange[] own = [.. revision.Changes.Where(change => IsOf(route, change.Place))];
            if (own.Length > 0) found[route.Name] = new(revision.Version, revision.At, revision.By, revision.Reason, own);
        }
    }

    private static bool IsOf(TrafficRoute route, string place) =>
        place.StartsWith($"routes.{route.Name}.", StringComparison.Ordinal) || place.StartsWith($"clusters.{route.Cluster}.", StringComparison.Ordinal);

    private sealed record Known(Revision Now, IReadOnlyDictionary<string, RouteChange> Changes);
}
