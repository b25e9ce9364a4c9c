using MyThoughts.Chassis.Database;
using MyThoughts.Search.Language;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// A condition that a text index can serve: of its texts, one must be in the thought. Its patterns match the words that such a thought has,
/// one pattern a text, null where the text has no word or piece of one that is long enough to be counted.
/// </summary>
internal sealed record Key(IReadOnlyList<string?> Patterns, bool IsWord)
{
    private const int Trigram = 3;

    /// <summary>The conditions of a query that are keys.</summary>
    public static IReadOnlyList<Key> Of(SearchQuery query) =>
        [.. query.Conditions.Where(any => any.All(IsServed)).Select(any => new Key([.. any.Select(PatternOf)], any.All(term => term is Term.Word)))];

    // An index of trigrams knows a space before and after each word, but not what is beyond the edges of what was typed.
    private static bool IsServed(Term term) => term switch
    {
        Term.Word => true,
        Term.Contains contains => Words.In(contains.Text).Any(run =>
            (run.IsBegun ? 2 : 0) + run.Letters + (run.IsEnded ? 1 : 0) >= Trigram),
        _ => false,
    };

    private static string? PatternOf(Term term) => term switch
    {
        Term.Word word => Longest(word.Text) is { } run ? LikePattern.Exactly(run.Text) : null,
        Term.Contains contains when Longest(contains.Text) is { Letters: >= Trigram } run => LikePattern.Containing(run.Text),
        _ => null,
    };

    private static Words.Run? Longest(string text) => Words.In(text).MaxBy(run => run.Letters);
}
