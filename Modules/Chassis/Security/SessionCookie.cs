using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Security;

/// <summary>The cookie that carries the token for pages. The API never reads it.</summary>
public static class SessionCookie
{
    /// <summary>Its name.</summary>
    public const string Name = "session";

    /// <summary>Logs the browser in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">The signed token.</param>
    /// <param name="expiresAt">When the token expires, and the cookie with it.</param>
    public static void Set(HttpContext context, string token, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Name, token, Options(context, expiresAt));

    /// <summary>Logs the browser out.</summary>
    /// <param name="context">The request.</param>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, expiresAt: null));

    private static CookieOptions Options(HttpContext context, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        Expires = expiresAt,
        IsEssential = true,
    };
}
