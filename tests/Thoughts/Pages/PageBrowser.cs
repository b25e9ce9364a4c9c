using System.Net;
using System.Text.RegularExpressions;

namespace MyThoughts.Thoughts.Tests.Pages;

/// <summary>Somebody who fills in forms and does not follow redirects.</summary>
internal sealed partial class PageBrowser(HttpClient client) : IDisposable
{
    public async Task<PageAnswer> GetAsync(string path) => await ReadAsync(await client.GetAsync(path));

    /// <summary>Opens a page, writes into its compose box and sends the form.</summary>
    public async Task<PageAnswer> ComposeAsync(string path, string text)
    {
        var page = await GetAsync(path);
        using var form = new FormUrlEncodedContent([new("Text", text), new("antiforgery", AntiforgeryToken().Match(page.Html).Groups["token"].Value)]);
        return await ReadAsync(await client.PostAsync("/thoughts/new", form));
    }

    public async Task<PageAnswer> PostAsync(string path, HttpContent content) => await ReadAsync(await client.PostAsync(path, content));

    public void Dispose() => client.Dispose();

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"antiforgery\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}

internal sealed partial record PageAnswer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The texts of the thoughts on the page, as a person reads them.</summary>
    public IReadOnlyList<string> Texts =>
        [.. ThoughtText().Matches(Html).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups["text"].Value, "")))];

    /// <summary>Where a link of the pager leads, or null.</summary>
    public string? Link(string relation) =>
        Regex.Match(Html, $"rel=\"{relation}\" href=\"(?<href>[^\"]+)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["href"].Value) : null;

    [GeneratedRegex("<p class=\"text\"[^>]*>(?<text>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex ThoughtText();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
