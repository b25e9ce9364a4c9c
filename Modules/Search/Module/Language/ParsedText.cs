using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Language;

/// <summary>What somebody typed, as it was understood.</summary>
/// <param name="Conditions">All must hold; of the terms within each, one is enough.</param>
/// <param name="Reading">The terms in words; null for a text without operators, which is looked for as it stands.</param>
/// <param name="Notes">What was read otherwise than it looks, as sentences.</param>
internal sealed record ParsedText(IReadOnlyList<IReadOnlyList<Term>> Conditions, string? Reading, IReadOnlyList<string> Notes)
{
    public static readonly ParsedText Empty = new([], null, []);

    /// <summary>The texts that a thought has, all or some, when it is found: what is marked and ranked by. In lower case.</summary>
    public IReadOnlyList<string> Wanted { get; } =
        [.. Conditions.SelectMany(terms => terms).SelectMany(TextsOf).Distinct()];

    private static IEnumerable<string> TextsOf(Term term) => term switch
    {
        Term.Contains contains => [Folding.Fold(contains.Text)],
        Term.Word word => Words.In(word.Text).Select(run => run.Text),
        _ => [],
    };
}
