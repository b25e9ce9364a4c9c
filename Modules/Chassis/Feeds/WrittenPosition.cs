using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// How far a feed must be applied for somebody to find what they have just written. A write answers it, opaque, as a header for
/// programs and as a cookie for browsers; a read that carries it finds the write, whichever side answers.
/// </summary>
/// <param name="Cursor">Where the write stands in the feed.</param>
/// <param name="Author">Who wrote: what is not applied yet is asked for by their name.</param>
public sealed record WrittenPosition(FeedCursor Cursor, string Author)
{
    /// <summary>The header that carries it, in answers to writes and in reads.</summary>
    public const string Header = "X-Feed-Position";

    /// <summary>The cookie that carries it.</summary>
    public const string Cookie = "written";

    private const int LongestText = 400;

    // Feeds are behind by milliseconds and, on a bad day, by minutes.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Reads what <see cref="ToString"/> wrote. It proves nothing: anybody can make one up.</summary>
    /// <param name="text">The opaque text; null or anything else is no position.</param>
    /// <returns>The position, or null.</returns>
    public static WrittenPosition? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText } || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 2);
        return parts.Length == 2 && parts[1].Length > 0 && FeedCursor.TryParse(parts[0], out var cursor) ? new(cursor, parts[1]) : null;
    }

    /// <summary>The opaque text that a read carries.</summary>
    /// <param name="request">The read.</param>
    /// <returns>The header, else the cookie, else null.</returns>
    public static string? TextOf(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 } header ? header : request.Cookies[Cookie];

    /// <summary>Says it in the answer to a write.</summary>
    /// <param name="context">The request that wrote.</param>
    public void Set(HttpContext context)
    {
        var text = ToString();
        context.Response.Headers[Header] = text;
        context.Response.Cookies.Append(Cookie, text, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Lifetime,
            IsEssential = true,
        });
    }

    /// <summary>The opaque text.</summary>
    /// <returns>Letters, digits, <c>-</c> and <c>_</c>.</returns>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Cursor} {Author}"));
}
