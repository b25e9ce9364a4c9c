using System.Text.RegularExpressions;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A form of a page: where it goes and what is in its fields.</summary>
internal sealed partial record HtmlForm(string Method, string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    public static HtmlForm Read(string markup, string page)
    {
        var tag = FormTag().Match(markup).Value;
        return new(
            HtmlPage.Attribute(tag, "method")?.ToLowerInvariant() ?? "get",
            HtmlPage.Attribute(tag, "action") is { Length: > 0 } action ? action : page,
            [
                .. InputTag().Matches(markup).Select(match => match.Value)
                    .Where(input => HtmlPage.Attribute(input, "name") is not null)
                    .Select(input => (HtmlPage.Attribute(input, "name")!, HtmlPage.Attribute(input, "value") ?? "")),
                .. TextAreaElement().Matches(markup)
                    .Select(match => (HtmlPage.Attribute(match.Value, "name")!, HtmlPage.Text(match.Groups["content"].Value))),
            ]);
    }

    public string this[string name] => Fields.First(field => Same(field.Name, name)).Value;

    /// <summary>The fields with these typed in. A name that the form lacks is a mistake of the test or of the page.</summary>
    public IEnumerable<(string Name, string Value)> Filled((string Name, string Value)[] typed)
    {
        if (typed.FirstOrDefault(entry => !Fields.Any(field => Same(field.Name, entry.Name))) is { Name: { } missing })
            throw new AssertionException($"The form to {Action} has no field '{missing}', but {string.Join(", ", Fields.Select(field => field.Name))}.");
        return Fields.Select(field => typed.Any(entry => Same(entry.Name, field.Name))
            ? (field.Name, typed.First(entry => Same(entry.Name, field.Name)).Value) : field);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTag();

    [GeneratedRegex("<textarea[^>]*>(?<content>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextAreaElement();
}
