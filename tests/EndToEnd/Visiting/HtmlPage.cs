using System.Net;
using System.Text.RegularExpressions;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A page as far as the tests look at it. It knows the markup of our own pages, not HTML.</summary>
internal sealed partial class HtmlPage(string html, string path)
{
    public string Title => Text(TitleElement().Match(html).Groups["content"].Value);
    public IReadOnlyList<string> Headings => [.. HeadingElement().Matches(html).Select(match => Text(match.Groups["content"].Value))];
    public IReadOnlyList<HtmlThought> Thoughts => [.. ArticleElement().Matches(html).Select(match => HtmlThought.Read(match.Value))];
    public IReadOnlyList<HtmlForm> Forms => [.. FormElement().Matches(html).Select(match => HtmlForm.Read(match.Value, path))];
    public IReadOnlyList<string> Errors => [.. ErrorElement().Matches(html).Select(match => Text(match.Groups["content"].Value))];

    /// <summary>Where the first author's name leads.</summary>
    public string ProfileLink => Attribute(AuthorLink().Match(html).Value, "href")!;

    public string? Newer => Link(NewerLink());
    public string? Older => Link(OlderLink());

    /// <summary>What the page says is chosen among links that exclude each other.</summary>
    public string? Current => CurrentLink().Match(html) is { Success: true } match ? Text(match.Groups["content"].Value) : null;

    /// <summary>Where the link with exactly this text leads.</summary>
    public string? LinkTo(string text) =>
        AnyLink().Matches(html).FirstOrDefault(link => Text(link.Groups["content"].Value) == text) is { } match ? Attribute(match.Value, "href") : null;

    /// <summary>What a reader sees of the main part, without marks.</summary>
    public string Main => Text(MainElement().Match(html).Groups["content"].Value);

    public IReadOnlyList<string> Assets => [.. AssetReference().Matches(html).Select(match => Text(match.Groups["address"].Value))];

    /// <summary>The form that posts to this path.</summary>
    public HtmlForm Form(string action) =>
        Forms.FirstOrDefault(form => form.Method == "post" && form.Action.Split('?')[0].TrimEnd('/') == action.TrimEnd('/'))
        ?? throw new AssertionException($"The page '{Title}' has no form that posts to {action}, but {string.Join(", ", Forms.Select(form => form.Action))}.");

    internal static string Text(string markup) =>
        WebUtility.HtmlDecode(Tag().Replace(markup, "")).Trim();

    internal static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"""\s{name}="(?<value>[^"]*)" """.TrimEnd(), RegexOptions.Singleline);
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    private string? Link(Regex link) => link.Match(html) is { Success: true } match ? Attribute(match.Value, "href") : null;

    [GeneratedRegex("<title>(?<content>.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleElement();

    [GeneratedRegex("<h1[^>]*>(?<content>.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingElement();

    [GeneratedRegex("""<main[^>]*>(?<content>.*?)</main>""", RegexOptions.Singleline)]
    private static partial Regex MainElement();

    [GeneratedRegex("""<article class="thought.*?</article>""", RegexOptions.Singleline)]
    private static partial Regex ArticleElement();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("""<(?<element>p|div) class="errors?"[^>]*>(?<content>.*?)</\k<element>>""", RegexOptions.Singleline)]
    private static partial Regex ErrorElement();

    [GeneratedRegex("""<a class="author"[^>]*>""")]
    private static partial Regex AuthorLink();

    [GeneratedRegex("""<a [^>]*aria-current="true"[^>]*>(?<content>.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex CurrentLink();

    [GeneratedRegex("<a [^>]*>(?<content>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex AnyLink();

    [GeneratedRegex("""<a rel="prev"[^>]*>""")]
    private static partial Regex NewerLink();

    [GeneratedRegex("""<a rel="next"[^>]*>""")]
    private static partial Regex OlderLink();

    [GeneratedRegex("""<(?:link|script|img)\s[^>]*(?:href|src)="(?<address>[^"]+)"[^>]*>""")]
    private static partial Regex AssetReference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
