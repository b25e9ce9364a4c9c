using System.Buffers;
using System.Globalization;
using System.Text;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// How well a text matches. In this order: it has more of the terms, more of them as whole words, has them more often, is shorter. The
/// text and the terms decide, nothing else: the score of a thought is the same on every page and every side.
/// </summary>
internal static class Score
{
    private const int MostMatches = 255;
    private const int LongestText = 511;

    public static int Of(IReadOnlyList<string> foldedTerms, string text)
    {
        // Nothing to match, nothing to rank: newest first.
        if (foldedTerms.Count == 0) return 0;
        var folded = Folding.Fold(text);
        var (terms, whole, matches) = (0, 0, 0);
        foreach (var term in foldedTerms)
        {
            var places = Folding.PlacesOf(term, folded).ToList();
            if (places.Count == 0) continue;
            terms++;
            matches += places.Count;
            if (places.Any(place => IsWhole(folded, place, term.Length))) whole++;
        }
        // Each part outweighs what follows it: there are fewer than 32 terms.
        return (((terms * 32 + whole) * (MostMatches + 1) + Math.Min(matches, MostMatches)) * (LongestText + 1)) + LongestText - Math.Min(text.Length, LongestText);
    }

    // No word goes on beyond its edges. A sign at an edge, as of "#tag" or "c++", is an end by itself.
    private static bool IsWhole(string text, int start, int length) =>
        IsEdge(text.AsSpan(0, start), text.AsSpan(start)) && IsEdge(text.AsSpan(0, start + length), text.AsSpan(start + length));

    private static bool IsEdge(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Rune.DecodeLastFromUtf16(before, out var last, out _) != OperationStatus.Done || !IsOfWord(last)
        || Rune.DecodeFromUtf16(after, out var first, out _) != OperationStatus.Done || !IsOfWord(first);

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
