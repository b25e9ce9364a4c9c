using System.Text;
using Microsoft.AspNetCore.Html;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// Renders the text of a thought: everything escaped, then links, hashtags and mentions as links and matches marked.
/// Runs in time linear to the text, whatever is in it.
/// </summary>
public static class ThoughtText
{
    /// <summary>Renders a text that is no search result.</summary>
    /// <param name="text">The text as stored.</param>
    /// <returns>Its HTML.</returns>
    public static IHtmlContent Render(string text) => Render(text, []);

    /// <summary>Renders a text with its matches marked.</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="highlights">Where it matches; what lies outside the text is ignored.</param>
    /// <returns>Its HTML.</returns>
    public static IHtmlContent Render(string text, IReadOnlyList<TextRange> highlights)
    {
        var html = new StringBuilder(text.Length * 2);
        var writer = new MarkedTextWriter(text, TextMarks.Normalize(text, highlights), html);
        foreach (var link in TextLinks.Find(text))
        {
            writer.WriteTo(link.Range.Start);
            html.Append("<a href=\"");
            HtmlText.Append(html, link.Address);
            html.Append(link.IsExternal ? "\" rel=\"nofollow noopener\">" : "\">");
            writer.WriteTo(link.Range.End);
            html.Append("</a>");
        }

        writer.WriteTo(text.Length);
        return new HtmlString(html.ToString());
    }
}
