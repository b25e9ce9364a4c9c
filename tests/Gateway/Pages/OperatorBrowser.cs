using System.Net;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>Somebody with cookies who reads pages, fills in their forms, and does not follow redirects.</summary>
internal sealed class OperatorBrowser : IDisposable
{
    private readonly HttpClient client;

    public OperatorBrowser(Uri address, string network)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        // Believed from loopback in Development.
        client.DefaultRequestHeaders.Add("X-Forwarded-For", network);
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<Shown> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await ReadAsync(path, await client.SendAsync(request));
    }

    public async Task<Shown> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(path, await client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    /// <summary>Sends a form of a page as its button would, with what is typed into it and the rest as it stands there.</summary>
    public async Task<Shown> SubmitAsync(Shown page, string button, params (string Name, string Value)[] typed)
    {
        var form = page.Form(button);
        var fields = form.Filled(typed);
        return form.Method == "post" ? await PostAsync(form.Action, fields) : await GetAsync($"{form.Action.Split('#')[0]}?{Query(fields)}");
    }

    public async Task<Shown> LogInAsync(string key, string path = "/admin/login") => await SubmitAsync(await GetAsync(path), "Log in", ("Key", key));

    public void Dispose() => client.Dispose();

    private static string Query(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    private static async Task<Shown> ReadAsync(string path, HttpResponseMessage response)
    {
        using (response) return new(path, response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(), response.Headers);
    }
}
