using System.Runtime.CompilerServices;
using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Control;

/// <summary>The last change of each route. History is read backwards, once for each version, from there to the version known before.</summary>
internal sealed class LastChanges(StateStore store)
{
    private const int PageSize = 50;

    private volatile Known? known;

    /// <summary>The changes by route. While the database is away, those that are known without it.</summary>
    public async Task<IReadOnlyDictionary<string, RouteChange>> OfAsync(Revision now, CancellationToken cancellationToken)
    {
        var before = known;
        if (before?.Now == now) return before.Changes;
        var found = new Dictionary<string, RouteChange>();
        var isComplete = true;
        try
        {
            await foreach (var revision in BackwardsAsync(now, cancellationToken))
            {
                if (revision.Version == before?.Now.Version && revision.At == before.Now.At) break;
                before = before?.Now.Version >= revision.Version ? null : before;   // another database, or an older one restored
                Note(revision, now.State, found);
                if (found.Count == now.State.Routes.Count) break;
            }
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            isComplete = false;
        }
        foreach (var route in now.State.Routes)
        {
            if (before?.Changes.GetValueOrDefault(route.Name) is { } change) found.TryAdd(route.Name, change);
        }
        if (isComplete) known = new(now, found);
        return found;
    }

    private async IAsyncEnumerable<Revision> BackwardsAsync(Revision now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return now;
        for (var (version, more) = (now.Version, true); more;)
        {
            var page = await store.BeforeAsync(version, PageSize, cancellationToken);
            foreach (var revision in page) yield return revision;
            more = page.Count == PageSize;
            if (more) version = page[^1].Version;
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
