using System.Globalization;
using System.Text;

namespace MyThoughts.Gateway.Cli.Output;

/// <summary>How many columns of a terminal a text takes: two for most of East Asia and for emoji, none for what only joins.</summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";
    private const int EmojiVariation = 0xFE0F;

    // Wide and Fullwidth of Unicode's EastAsianWidth.txt, with the small gaps between them closed: unassigned, or seen nowhere.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2614, 0x2615), (0x2648, 0x2653), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5),
        (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF), (0x1F004, 0x1F004),
        (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F1E6, 0x1F320), (0x1F32D, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7F0),
        (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext()) width += OfGrapheme(graphemes.GetTextElement());
        return width;
    }

    /// <summary>Cuts a text that is wider, between two characters as people see them.</summary>
    public static string Cut(string text, int most)
    {
        if (Of(text) <= most) return text;
        var (kept, width) = (new StringBuilder(), 0);
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            var next = graphemes.GetTextElement();
            width += OfGrapheme(next);
            if (width > most - 1) break;
            kept.Append(next);
        }
        return kept.ToString().TrimEnd() + Ellipsis;
    }

    private static int OfGrapheme(string grapheme)
    {
        var first = grapheme.EnumerateRunes().First();
        if (TakesNoRoom(Rune.GetUnicodeCategory(first))) return 0;
        var isWide = Array.Exists(Wide, range => first.Value >= range.First && first.Value <= range.Last);
        return isWide || grapheme.EnumerateRunes().Any(rune => rune.Value == EmojiVariation) ? 2 : 1;
    }

    private static bool TakesNoRoom(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control;
}
