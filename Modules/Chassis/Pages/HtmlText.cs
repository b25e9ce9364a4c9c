using System.Text;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// Escapes text for element content and quoted attributes. The framework's encoder would do, but writes every emoji as a
/// number of ten characters; pages are UTF-8, so only what means something to HTML needs escaping.
/// </summary>
internal static class HtmlText
{
    private const char Replacement = '\uFFFD';

    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) html.Append(c).Append(text[++i]);
            else AppendSingle(html, c);
        }
    }

    private static void AppendSingle(StringBuilder html, char c) => _ = c switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        '\n' or '\r' or '\t' => html.Append(c),
        _ when char.IsControl(c) || char.IsSurrogate(c) => html.Append(Replacement),
        _ => html.Append(c),
    };
}
