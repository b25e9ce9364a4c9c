using System.Buffers;
using System.Text;
using MyThoughts.Search.Contracts;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// Finds a text within another whatever the case of either, as PostgreSQL's ILIKE does: it lower-cases both sides, one character
/// at a time, by Unicode's simple mapping (the C.UTF-8 locale). No mapping changes how many UTF-16 units a character takes, so
/// places in the folded text are places in the text. A test compares every character of Unicode with the database.
/// </summary>
internal static class Folding
{
    private const char CapitalIWithDot = '\u0130';

    /// <summary>Where any of the terms is, in order; places that overlap are one.</summary>
    public static IReadOnlyList<Highlight> FindAll(IReadOnlyList<string> foldedTerms, string text)
    {
        var folded = Fold(text);
        var found = new List<Highlight>();
        foreach (var next in foldedTerms.SelectMany(term => PlacesOf(term, folded).Select(start => new Highlight(start, term.Length))).OrderBy(place => place.Start))
        {
            if (found.Count > 0 && found[^1] is var last && next.Start < last.Start + last.Length)
                found[^1] = last with { Length = Math.Max(last.Length, next.Start + next.Length - last.Start) };
            else found.Add(next);
        }
        return found;
    }

    public static IEnumerable<int> PlacesOf(string foldedTerm, string foldedText)
    {
        for (var start = 0; (start = foldedText.IndexOf(foldedTerm, start, StringComparison.Ordinal)) >= 0; start += foldedTerm.Length)
            yield return start;
    }

    public static string Fold(string text) => string.Create(text.Length, text, (folded, original) =>
    {
        var rest = original.AsSpan();
        while (Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done)
        {
            Lower(rune).EncodeToUtf16(folded);
            folded = folded[length..];
            rest = rest[length..];
        }
    });

    // The one character on which .NET's invariant culture and the C library differ.
    private static Rune Lower(Rune rune) => rune.Value == CapitalIWithDot ? new Rune('i') : Rune.ToLowerInvariant(rune);
}
