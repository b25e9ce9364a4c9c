using MyThoughts.Search.Contracts;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>What both orders do with matches.</summary>
internal static class Matches
{
    /// <summary>The newest of those that the table knows and the author's own, of which it knows some.</summary>
    public static List<Thought> NewestFirst(IEnumerable<Thought> known, IEnumerable<Thought> own, int count) =>
        [.. known.Concat(own).DistinctBy(thought => thought.Id).OrderByDescending(thought => thought.Id).Take(count)];

    public static IReadOnlyList<SearchMatch> Marked(IEnumerable<Thought> thoughts, SearchQuery query) =>
        [.. thoughts.Select(thought => new SearchMatch(thought, Folding.FindAll(query.Text.Wanted, thought.Text)))];
}
