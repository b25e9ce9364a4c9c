using Microsoft.Net.Http.Headers;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Who asks, as far as choosing a side goes: a cookie's id, else a token's user, else an id minted now.</summary>
internal static class VisitorId
{
    public const string CookieName = "visitor";

    private const int Length = 36;
    private const int VersionAt = 14;

    // Browsers cut longer ones to 400 days.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    // All of the cookie behind its id, which is the same for everybody.
    private static readonly string OverHttp = Attributes(isHttps: false);
    private static readonly string OverHttps = Attributes(isHttps: true);

    public static ReadOnlySpan<char> ReadOrMint(HttpContext context, out Visitor visitor)
    {
        var id = Read(context, out visitor);
        return visitor.Kind == VisitorKind.Minted ? Mint(context) : id;
    }

    /// <summary>Reads who asks where no side depends on the id; nothing is minted.</summary>
    public static ReadOnlySpan<char> Read(HttpContext context, out Visitor visitor)
    {
        if (RawCookie.TryFind(context.Request.Headers.Cookie, CookieName, IsValid, out var id))
        {
            visitor = Visitor.OfCookie(id);
            return id;
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        visitor = new(authorization.Length > 0 ? VisitorKind.Token : VisitorKind.Minted);
        return authorization.Length > 0 ? TokenUser.Read(authorization) ?? authorization : "";
    }

    /// <summary>An id of another form is not ours: taking it would let anyone try ids until one lands in the bucket they want.</summary>
    public static bool IsValid(ReadOnlySpan<char> id)
    {
        if (id.Length != Length || id[VersionAt] != '7') return false;
        for (var place = 0; place < Length; place++)
        {
            if (place is 8 or 13 or 18 or 23 ? id[place] != '-' : !char.IsAsciiHexDigitLower(id[place])) return false;
        }
        return true;
    }

    private static string Mint(HttpContext context)
    {
        var id = Guid.CreateVersion7().ToString();
        // When the response starts, because a failed attempt clears the headers that were set before it.
        context.Response.OnStarting(static state =>
        {
            var (request, id) = ((HttpContext, string))state;
            request.Response.Headers.Append(HeaderNames.SetCookie, $"{CookieName}={id}{(request.Request.IsHttps ? OverHttps : OverHttp)}");
            return Task.CompletedTask;
        }, (context, id));
        return id;
    }

    private static string Attributes(bool isHttps) => new SetCookieHeaderValue(CookieName)
    {
        Path = "/",
        MaxAge = Lifetime,
        HttpOnly = true,
        SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
        Secure = isHttps,
    }.ToString()[$"{CookieName}=".Length..];
}
