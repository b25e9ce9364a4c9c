using System.Text;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Language;

/// <summary>The words of a text, in lower case: letters and digits in a row. What <c>search.words</c> makes of a text in the database.</summary>
internal static class Words
{
    /// <summary>Takes a text apart.</summary>
    public static IEnumerable<Run> In(string text)
    {
        var folded = Folding.Fold(text);
        for (var at = 0; at < folded.Length; at++)
        {
            var (start, letters) = (at, 0);
            while (at < folded.Length && Rune.TryGetRuneAt(folded, at, out var rune) && IsOfWord(rune))
            {
                letters++;
                at += rune.Utf16SequenceLength;
            }
            if (letters > 0) yield return new(folded[start..at], letters, start > 0, at < folded.Length);
        }
    }

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune);

    /// <summary>A word.</summary>
    /// <param name="Text">In lower case.</param>
    /// <param name="Letters">How many characters it has.</param>
    /// <param name="IsBegun">Whether something is before it, so that it begins here for certain.</param>
    /// <param name="IsEnded">Whether something is behind it, so that it ends here for certain.</param>
    internal sealed record Run(string Text, int Letters, bool IsBegun, bool IsEnded);
}
