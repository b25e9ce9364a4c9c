using System.Globalization;
using System.Text.RegularExpressions;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A thought as a page shows it.</summary>
internal sealed partial record HtmlThought(long Id, string Username, string Text, DateTime Time, string ExactTime, IReadOnlyList<string> Marks)
{
    public static HtmlThought Read(string article)
    {
        var time = TimeElement().Match(article).Value;
        var text = TextElement().Match(article).Groups["content"].Value;
        return new(
            long.Parse(PermalinkNumber().Match(article).Groups["id"].Value, CultureInfo.InvariantCulture),
            HtmlPage.Text(AuthorElement().Match(article).Groups["content"].Value),
            HtmlPage.Text(text),
            DateTime.Parse(HtmlPage.Attribute(time, "datetime")!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            HtmlPage.Attribute(time, "title")!,
            [.. MarkElement().Matches(text).Select(match => HtmlPage.Text(match.Groups["content"].Value))]);
    }

    [GeneratedRegex("""<a class="author"[^>]*>(?<content>.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex AuthorElement();

    [GeneratedRegex("""href="/thoughts/(?<id>\d+)/?["#]""")]
    private static partial Regex PermalinkNumber();

    [GeneratedRegex("<time[^>]*>")]
    private static partial Regex TimeElement();

    [GeneratedRegex("""<p class="text"[^>]*>(?<content>.*?)</p>""", RegexOptions.Singleline)]
    private static partial Regex TextElement();

    [GeneratedRegex("<mark>(?<content>.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex MarkElement();
}
