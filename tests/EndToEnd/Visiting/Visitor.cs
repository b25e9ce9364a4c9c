using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A person's browser or somebody's program: cookies of its own, a network of its own, and no redirect followed unasked.</summary>
internal sealed class Visitor
{
    private static readonly HttpMessageInvoker Network = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    });
    // As it stands, dots, doubled slashes and odd escapes included: whoever looks for a way in does not tidy up first.
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static int visitors;

    private readonly Func<string, Uri> hostOf;
    private readonly CookieContainer cookies;
    private readonly string address;

    /// <param name="hostOf">The port that answers for a path.</param>
    // Limits are counted by network: what one test uses up must not be missing in another.
    public Visitor(Func<string, Uri> hostOf) : this(hostOf, new(), AddressOf(Interlocked.Increment(ref visitors))) { }

    private Visitor(Func<string, Uri> hostOf, CookieContainer cookies, string address) =>
        (this.hostOf, this.cookies, this.address) = (hostOf, cookies, address);

    /// <summary>For programs; a browser has a cookie instead.</summary>
    public string? Token { get; set; }

    /// <summary>The same person with the same cookies, who meets other ports.</summary>
    public Visitor At(HostProcess host) => new(_ => host.Addresses.Public, cookies, address) { Token = Token };

    public string? Cookie(string name) => cookies.GetAllCookies().FirstOrDefault(cookie => cookie.Name == name)?.Value;

    public void SetCookie(string name, string value) => cookies.Add(new Cookie(name, value, "/", "127.0.0.1"));

    public Task<Answer> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<Answer> DeleteAsync(string path) => SendAsync(new(HttpMethod.Delete, path));

    public Task<Answer> PostJsonAsync(string path, object body) =>
        PostAsync(path, "application/json", JsonSerializer.Serialize(body, JsonSerializerOptions.Web));

    public Task<Answer> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, path) { Content = Form(fields) });

    public Task<Answer> PostAsync(string path, string contentType, string body) => SendAsync(new(HttpMethod.Post, path)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
    });

    /// <summary>Opens a page as a browser does.</summary>
    public Task<Answer> OpenAsync(string path) => SendAsync(AsBrowser(new(HttpMethod.Get, path)));

    /// <summary>Opens a page and goes where it is sent.</summary>
    public async Task<Answer> OpenToTheEndAsync(string path) => await FollowAsync(await OpenAsync(path));

    public async Task<Answer> FollowAsync(Answer answer)
    {
        for (var hops = 0; answer is { Status: 301 or 302 or 303 or 307 or 308, Location: { } location } && hops < 5; hops++)
            answer = await OpenAsync(location);
        return answer;
    }

    /// <summary>Posts as a page's form does, with nothing but these fields.</summary>
    public Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(AsBrowser(new(HttpMethod.Post, path) { Content = Form(fields) }));

    /// <summary>Fills in a form that a page showed and submits it, hidden fields included.</summary>
    public Task<Answer> SubmitAsync(HtmlForm form, params (string Name, string Value)[] fields) =>
        SubmitAsync(form.Action, [.. form.Filled(fields)]);

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(hostOf(path).GetLeftPart(UriPartial.Authority) + path, AsItStands);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        if (Token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        if (cookies.GetCookieHeader(request.RequestUri) is { Length: > 0 } sent) request.Headers.TryAddWithoutValidation("Cookie", sent);
        using var response = await Network.SendAsync(request, CancellationToken.None);
        if (response.Headers.TryGetValues("Set-Cookie", out var received))
            foreach (var cookie in received) cookies.SetCookies(request.RequestUri, cookie);
        return new(response, await BodyOfAsync(response, path), path);
    }

    private static async Task<byte[]> BodyOfAsync(HttpResponseMessage response, string path)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new TruncatedAnswerException(path, (int)response.StatusCode, broken);
        }
    }

    private static HttpRequestMessage AsBrowser(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return request;
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static string AddressOf(int number) => $"10.{number >> 8 & 255}.{number & 255}.{1 + (number >> 16)}";
}
