using System.Globalization;
using System.Text;

namespace MyThoughts.Gateway.Cli.Output;

/// <summary>Text that others wrote, such as a reason: what would move the cursor, clear the window or turn the line around is made visible.</summary>
internal static class PlainText
{
    private const char Instead = '\uFFFD';

    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r') plain.Append(' ');
            else if (IsUnsafe(rune)) plain.Append(Instead);
            else plain.Append(rune.ToString());
        }
        return plain.ToString();
    }

    // The joiners are formatting too, and families of emoji are made with them.
    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
