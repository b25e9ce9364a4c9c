using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>What was found, in the order in which it was looked for.</summary>
/// <param name="Thoughts">The matches.</param>
/// <param name="Rest">What there was no time to look through; null when enough was found, or all is looked through.</param>
internal sealed record Found(IReadOnlyList<Thought> Thoughts, Window? Rest = null);
