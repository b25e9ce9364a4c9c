using System.Globalization;
using MyThoughts.Chassis.Pages;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Pages;

/// <summary>Twenty thoughts of one person, newest first, and the way to the twenty before and after.</summary>
internal sealed record ThoughtsPage(IReadOnlyList<ThoughtCard> Cards, Pager Pager)
{
    private const int Size = 20;

    /// <summary>Reads the page older than one thought, or newer than one, or else the newest. Ids and not page numbers: new thoughts shift nothing.</summary>
    public static async Task<ThoughtsPage> ReadAsync(
        IThoughts thoughts, string username, string path, PageKey key, CancellationToken cancellationToken)
    {
        if (key.After is { } after)
        {
            var newer = await thoughts.ListAsync(new(username, After: after, Limit: Size + 1), cancellationToken).ToListAsync(cancellationToken);
            if (newer.Count > Size) return Of([.. newer.Take(Size).Reverse()], path, hasNewer: true, hasOlder: true);
            // That close to the top there is no full page: show the top itself.
        }
        var before = key.After is null ? key.Before : null;
        var older = await thoughts.ListAsync(
            new(username, NewestFirst: true, After: before, Limit: Size + 1), cancellationToken).ToListAsync(cancellationToken);
        return Of([.. older.Take(Size)], path, hasNewer: before is not null, hasOlder: older.Count > Size);
    }

    private static ThoughtsPage Of(IReadOnlyList<Thought> thoughts, string path, bool hasNewer, bool hasOlder) => new(
        [.. thoughts.Select(thought => new ThoughtCard(thought.Id, thought.Username, thought.Text, thought.Timestamp))],
        new(
            !hasNewer ? null : thoughts.Count > 0 ? Address(path, "after", thoughts[0].Id) : path,
            hasOlder ? Address(path, "before", thoughts[^1].Id) : null));

    private static string Address(string path, string name, long id) => string.Create(CultureInfo.InvariantCulture, $"{path}?{name}={id}");
}

/// <summary>Where a page begins: the ids its pager put into the address.</summary>
/// <param name="Before">Only thoughts older than this one.</param>
/// <param name="After">Only thoughts newer than this one.</param>
internal sealed record PageKey(long? Before, long? After);
