namespace MyThoughts.Benchmarks;

/// <summary>Somebody the gateway has seen before.</summary>
internal static class Visitor
{
    /// <summary>The cookie that the gateway gives at the first visit, as a browser sends it back.</summary>
    public static async Task<string> CookieAsync(Uri gateway)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await client.GetAsync(new Uri(gateway, "/login/"));
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])) : "";
    }
}
