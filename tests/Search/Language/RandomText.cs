using System.Text;

namespace MyThoughts.Search.Tests.Language;

/// <summary>Texts that people might type by accident, of a length in code points.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", " ", "\"", "“", "”", "„", "-", "-", "or", "OR", "from:", "FROM:", "before:", "after:", "2026-01-31", "2026", "T12:00:00Z",
        "bruce", "@", "#", ":", "a", "B", "é", "É", "Σ", "ς", "дЯ", "שלום", "مرحبا", "猫", "ßẞ", "İi", "e\u0301", "😀", "👩‍👩‍👧", "𐐀",
        "%", "_", "\\", "'", ";", "--", "/*", "{0}", "@Value0", "$1", "<b>", "&amp;", "\n", "\t", "\u00a0", "\u200d", "\ufeff", "\uffff", "\u0001",
    ];

    public static string Of(Random random, int codePoints)
    {
        var text = new StringBuilder();
        for (var left = codePoints; left > 0;)
        {
            var piece = random.Next(4) == 0 ? AnyRune(random).ToString() : Pieces[random.Next(Pieces.Length)];
            var length = piece.EnumerateRunes().Count();
            if (length > left) continue;
            text.Append(piece);
            left -= length;
        }
        return text.ToString();
    }

    // Of the first planes, where letters have cases; no NUL, which no text may have.
    private static Rune AnyRune(Random random)
    {
        while (true)
        {
            if (Rune.TryCreate(random.Next(1, 0x20000), out var rune)) return rune;
        }
    }
}
