using System.Text;

namespace MyThoughts.Thoughts;

/// <summary>Whether the trigram index can look for a text: it needs three letters or digits in a row, or fewer beside a sign or a space.</summary>
internal static class Searchable
{
    private const int Trigram = 3;

    // Beyond the edges of what was typed anything may follow; a sign inside it ends a word, which the index knows as one space behind it
    // and two before the next.
    public static bool Is(string text)
    {
        var letters = 0;
        var isAtEdge = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters++;
                if (letters >= (isAtEdge ? Trigram : 1)) return true;
                continue;
            }
            if (letters >= Trigram - 1) return true;
            (letters, isAtEdge) = (0, false);
        }
        return false;
    }
}
