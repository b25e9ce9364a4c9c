using System.Net;
using System.Text.RegularExpressions;

namespace MyThoughts.Users.Tests.Pages;

/// <summary>Somebody with cookies who fills in forms and does not follow redirects.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Uri address;

    public Browser(Uri address, string network)
    {
        this.address = address;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-Test-Address", network);
    }

    public Cookie? Session => cookies.GetCookies(address)["session"];

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public async Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        return await PostAsync(path, [("antiforgery", AntiforgeryToken().Match(page.Text).Groups["token"].Value), .. fields]);
    }

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    public void Dispose() => client.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response);

    [GeneratedRegex("name=\"antiforgery\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}

internal sealed record Answer(HttpStatusCode Status, string? Location, string Text, HttpResponseMessage Response);
