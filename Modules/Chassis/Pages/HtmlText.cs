using System.Buffers;
using System.Text;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// Escapes text for element content and quoted attributes. The framework's encoder would do, but writes every emoji as a
/// number of ten characters; pages are UTF-8, so only what means something to HTML needs escaping.
/// </summary>
internal static class HtmlText
{
    private const string Replacement = "\uFFFD";

    // Surrogates among them, which stand for themselves in pairs only.
    private static readonly SearchValues<char> NotAsTheyAre =
        SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code).Where(c => Escaped(c) is not null)]);

    /// <summary>Whether the text is its own HTML.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny(NotAsTheyAre);

    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(NotAsTheyAre) is >= 0 and var plain)
        {
            var isPair = plain + 1 < text.Length && char.IsSurrogatePair(text[plain], text[plain + 1]);
            html.Append(text[..(isPair ? plain + 2 : plain)]);
            if (!isPair) html.Append(Escaped(text[plain]));
            text = text[(isPair ? plain + 2 : plain + 1)..];
        }
        html.Append(text);
    }

    // Alone. Null when it stands for itself.
    private static string? Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' or '\r' or '\t' => null,
        _ => char.IsControl(c) || char.IsSurrogate(c) ? Replacement : null,
    };
}
