using System.Text;
using Microsoft.AspNetCore.Html;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// Renders the text of a thought: everything escaped, then links, hashtags and mentions as links and matches marked.
/// Runs in time linear to the text, whatever is in it.
/// </summary>
public static class ThoughtText
{
    /// <summary>Renders a text with its matches marked.</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="highlights">Where it matches; what lies outside the text is ignored.</param>
    /// <param name="people">Usernames by the names with which the text mentions them; who is not among them is not linked.</param>
    /// <returns>Its HTML.</returns>
    public static IHtmlContent Render(string text, IReadOnlyList<TextRange> highlights, IReadOnlyDictionary<string, string> people)
    {
        var position = 0;
        var isLinked = TextLinks.TryFind(text, ref position, out var link);
        // Most texts are words and nothing else.
        if (!isLinked && highlights.Count == 0 && HtmlText.IsPlain(text)) return new HtmlString(text);

        var html = new StringBuilder(text.Length * 2);
        var writer = new MarkedTextWriter(text, TextMarks.Normalize(text, highlights), html);
        for (; isLinked; isLinked = TextLinks.TryFind(text, ref position, out link))
        {
            if (AddressOf(link, people) is not { } address) continue;
            writer.WriteTo(link.Range.Start);
            html.Append("<a href=\"");
            HtmlText.Append(html, address);
            html.Append(link.Kind == TextLinkKind.Web ? "\" rel=\"nofollow noopener\">" : "\">");
            writer.WriteTo(link.Range.End);
            html.Append("</a>");
        }

        writer.WriteTo(text.Length);
        return new HtmlString(html.ToString());
    }

    // A link to nobody's profile would lead to a 404, so a name without a person stays text.
    private static string? AddressOf(TextLink link, IReadOnlyDictionary<string, string> people) => link.Kind switch
    {
        TextLinkKind.Web => link.Target,
        TextLinkKind.Hashtag => PageAddress.OfSearch(link.Target),
        _ => people.TryGetValue(link.Target, out var username) ? PageAddress.OfProfile(username) : null,
    };
}
