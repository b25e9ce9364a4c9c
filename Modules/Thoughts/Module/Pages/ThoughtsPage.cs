using MyThoughts.Chassis.Pages;

namespace MyThoughts.Thoughts.Pages;

/// <summary>Thoughts of a list, newest first, and the way to those before and after.</summary>
internal sealed record ThoughtsPage(IReadOnlyList<ThoughtCard> Cards, Pager Pager);

/// <summary>Where a page begins: the ids its pager put into the address.</summary>
/// <param name="Before">Only thoughts older than this one.</param>
/// <param name="After">Only thoughts newer than this one.</param>
internal sealed record PageKey(long? Before, long? After)
{
    /// <summary>The address of the page that begins there.</summary>
    public string AddressIn(string path) =>
        After is { } after ? FormattableString.Invariant($"{path}?after={after}") : FormattableString.Invariant($"{path}?before={Before}");
}
