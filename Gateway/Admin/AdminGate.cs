using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Admin;

/// <summary>
/// Nothing on the admin port without a key, but health, the login page and the assets. Programs send <c>Authorization: Bearer</c> with
/// the key; people log in with it once and have a cookie. Before routing, so that nobody learns which paths there are.
/// </summary>
internal sealed class AdminGate(RequestDelegate next, ListenAddresses addresses, KeyRing keys, FailedKeys failed)
{
    public const string LoginPath = "/admin/login";

    public Task InvokeAsync(HttpContext context) =>
        context.Connection.LocalPort != addresses.Internal.Port || Health.Owns(context.Request.Path) || FailurePages.IsShown(context)
            ? next(context)
            : GuardAsync(context);

    private async Task GuardAsync(HttpContext context)
    {
        var isLimited = false;
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization) isLimited = !await HasKeyAsync(context, authorization);
        else await HasSessionAsync(context);
        if (isLimited || context.User.Identity is { IsAuthenticated: true } || IsOpen(context.Request.Path))
        {
            if (!isLimited) await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"the gateway's admin port\"";
        if (!WantsLogin(context)) return;
        // The page that asks for the key, with the status that says why: a person goes on from there, a program knows at once.
        context.Request.QueryString = QueryString.Create("return", context.Request.Path + context.Request.QueryString);
        context.Request.Path = LoginPath;
        await next(context);
    }

    // False when they have failed too often to be heard at all.
    private async Task<bool> HasKeyAsync(HttpContext context, string authorization)
    {
        if (failed.Refuse(context)) return false;
        const string scheme = "Bearer ";
        var key = authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? keys.Find(authorization[scheme.Length..].Trim()) : null;
        if (key is not null) context.User = OperatorPrincipal.Of(key, "key");
        else await failed.NoteAsync(context, "a key that is not in force");
        return true;
    }

    private async Task HasSessionAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(OperatorPrincipal.CookieScheme);
        // A revoked key ends its sessions too.
        if (session.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id && keys.Keys.FirstOrDefault(key => key.Id == id) is { } key)
            context.User = OperatorPrincipal.Of(key, OperatorPrincipal.CookieScheme);
    }

    private static bool WantsLogin(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && WantsPage.Of(context);

    private static bool IsOpen(PathString path) =>
        path.StartsWithSegments(LoginPath) || path.StartsWithSegments("/assets") || path.StartsWithSegments("/admin/assets");
}
