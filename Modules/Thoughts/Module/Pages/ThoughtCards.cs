using MyThoughts.Chassis.Pages;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Thoughts.Pages;

/// <summary>Reads thoughts the way pages show them: with those whom they mention, asked for once a page.</summary>
internal sealed class ThoughtCards(IThoughts thoughts, MentionedPeople people)
{
    private const int PageSize = 20;

    /// <summary>Finds the thought of a page's address; null when there is none.</summary>
    public async Task<ThoughtCard?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!ThoughtId.TryParse(id, out var number) || await thoughts.FindAsync(number, cancellationToken) is not { } thought) return null;
        return (await CardsAsync([thought], cancellationToken))[0] with { IsAlone = true };
    }

    /// <summary>
    /// Reads twenty thoughts, newest first: those older than one thought, or newer than one, or else the newest. Ids and not page numbers:
    /// new thoughts shift nothing.
    /// </summary>
    /// <param name="which">Whose, or mentioning whom.</param>
    /// <param name="path">Where the pages are.</param>
    /// <param name="key">Where this page begins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ThoughtsPage> PageAsync(ListThoughts which, string path, PageKey key, CancellationToken cancellationToken)
    {
        if (key.After is { } after)
        {
            var newer = await ListAsync(which with { After = after }, cancellationToken);
            if (newer.Count > PageSize) return await PageAsync([.. newer.Take(PageSize).Reverse()], path, hasNewer: true, hasOlder: true, cancellationToken);
            // That close to the top there is no full page: show the top itself.
        }
        var before = key.After is null ? key.Before : null;
        var older = await ListAsync(which with { NewestFirst = true, After = before }, cancellationToken);
        return await PageAsync([.. older.Take(PageSize)], path, hasNewer: before is not null, hasOlder: older.Count > PageSize, cancellationToken);
    }

    // One more than a page tells whether there is another.
    private async Task<List<Thought>> ListAsync(ListThoughts which, CancellationToken cancellationToken) =>
        await thoughts.ListAsync(which with { Limit = PageSize + 1 }, cancellationToken).ToListAsync(cancellationToken);

    private async Task<ThoughtsPage> PageAsync(
        IReadOnlyList<Thought> shown, string path, bool hasNewer, bool hasOlder, CancellationToken cancellationToken) => new(
            await CardsAsync(shown, cancellationToken),
            new(
                !hasNewer ? null : shown.Count > 0 ? new PageKey(Before: null, After: shown[0].Id).AddressIn(path) : path,
                hasOlder ? new PageKey(Before: shown[^1].Id, After: null).AddressIn(path) : null));

    private async Task<IReadOnlyList<ThoughtCard>> CardsAsync(IReadOnlyList<Thought> shown, CancellationToken cancellationToken)
    {
        var mentioned = await people.FindAsync(shown.Select(thought => thought.Text), cancellationToken);
        return [.. shown.Select(thought => new ThoughtCard(thought.Id, thought.Username, thought.Text, thought.Timestamp) { People = mentioned })];
    }
}
