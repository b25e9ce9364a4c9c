using System.Text;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>Text in Markdown: whatever it holds, it stays text and in its cell.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_[]<>|~#&";

    public static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
            if (char.IsControl(character)) escaped.Append(' ');
            else if (character is '<') escaped.Append("&lt;");
            else if (character is '&') escaped.Append("&amp;");
            else if (Special.Contains(character, StringComparison.Ordinal)) escaped.Append('\\').Append(character);
            else escaped.Append(character);
        return escaped.ToString();
    }

    public static string Code(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }
}
