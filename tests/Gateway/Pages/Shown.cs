using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>What somebody is shown. It knows the markup of our own pages, not HTML.</summary>
internal sealed partial record Shown(string Path, HttpStatusCode Status, string? Location, string Html, HttpResponseHeaders Headers)
{
    /// <summary>What a reader sees, on one line.</summary>
    public string Text => TextOf(Html);

    public string Title => TextOf(TitleElement().Match(Html).Groups["content"].Value);

    public IEnumerable<ShownForm> Forms => FormElement().Matches(Html).Select(match => ShownForm.Read(match.Value, Path));

    /// <summary>The first form with a button of this name.</summary>
    public ShownForm Form(string button) => Forms.FirstOrDefault(form => form.Buttons.Contains(button))
        ?? throw new AssertionException($"{Path} answers {(int)Status} and has no button '{button}', but {string.Join(", ", Forms.SelectMany(form => form.Buttons))}. {Text}");

    public string Link(string text) => LinkElement().Matches(Html).Where(match => TextOf(match.Groups["content"].Value) == text)
        .Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).FirstOrDefault() ?? throw new AssertionException($"{Path} has no link '{text}'. {Text}");

    /// <summary>What stands in the element of this id.</summary>
    public string Part(string id) => TextOf(Regex.Match(Html, $"""id="{id}"[^>]*>(?<content>.*?)</(?:td|p|div|span|figure)>""", RegexOptions.Singleline).Groups["content"].Value);

    public static string TextOf(string markup) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(markup, "")), " ").Trim();

    [GeneratedRegex("<title>(?<content>.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleElement();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("""<a [^>]*href="(?<address>[^"]*)"[^>]*>(?<content>.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex LinkElement();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

/// <summary>A form: where it goes, what stands in its fields, and its buttons.</summary>
internal sealed partial record ShownForm(string Method, string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Buttons, string Html)
{
    public static ShownForm Read(string markup, string page)
    {
        var tag = markup[..markup.IndexOf('>', StringComparison.Ordinal)];
        var action = Attribute(tag, "action");
        return new(
            Attribute(tag, "method") ?? "get", action is null or "" || action[0] == '#' ? page.Split('?')[0] : action,
            [.. InputTag().Matches(markup).Select(match => match.Value).Where(IsSent).Select(input => (Attribute(input, "name")!, Attribute(input, "value") ?? ""))],
            [.. ButtonElement().Matches(markup).Select(match => Shown.TextOf(match.Groups["content"].Value))], markup);
    }

    public string this[string name] => Fields.First(field => field.Name == name).Value;

    /// <summary>The fields with these typed in; a button or a box that is pressed is a field too.</summary>
    public IEnumerable<(string Name, string Value)> Filled((string Name, string Value)[] typed) =>
        [.. Fields.Where(field => typed.All(one => one.Name != field.Name)), .. typed];

    private static bool IsSent(string input) => !(input.Contains("type=\"radio\"", StringComparison.Ordinal) || input.Contains("type=\"checkbox\"", StringComparison.Ordinal))
        || input.Contains(" checked", StringComparison.Ordinal);

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"");
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTag();

    [GeneratedRegex("<button[^>]*>(?<content>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex ButtonElement();
}
