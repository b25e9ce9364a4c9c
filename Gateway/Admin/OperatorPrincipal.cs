using System.Security.Claims;
using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Admin;

/// <summary>Who uses the admin port: a key, by itself or as a session of the pages.</summary>
internal static class OperatorPrincipal
{
    public const string CookieScheme = "operator";

    public static ClaimsPrincipal Of(OperatorKey key, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, key.Id), new(ClaimTypes.Name, key.Name), new(ClaimTypes.Role, key.Role.ToString())], scheme));

    public static string KeyName(this ClaimsPrincipal user) => user.Identity?.Name ?? "";

    public static bool IsOperator(this ClaimsPrincipal user) => user.IsInRole(nameof(Role.Operator));
}
