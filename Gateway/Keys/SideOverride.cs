using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Keys;

/// <summary>
/// A side that an operator's signature demands, in the header <c>X-Side</c> or the cookie <c>side</c>: to look at the service before
/// anybody else does. Off unless the setting <c>Overrides:Enabled</c> is true; without a valid signature, nothing is demanded.
/// </summary>
internal sealed class SideOverride(KeyRing keys, TimeProvider clock, bool isEnabled)
{
    public const string Header = "X-Side";
    public const string Cookie = "side";

    private const int LongestText = 200;

    /// <summary>Writes the demand: route, side, its end in Unix seconds, the key's id, and their HMAC-SHA-256.</summary>
    public static string Sign(OperatorKey key, string route, Side side, DateTimeOffset until)
    {
        var demand = string.Create(CultureInfo.InvariantCulture, $"{route}.{(side == Side.Service ? "service" : "monolith")}.{until.ToUnixTimeSeconds()}.{key.Id}");
        return $"{demand}.{Signature(key, demand)}";
    }

    public Side? Read(HttpContext context, string route)
    {
        if (!isEnabled) return null;
        var text = context.Request.Headers[Header].ToString();
        if (text.Length == 0 && RawCookie.TryFind(context.Request.Headers.Cookie, Cookie, static _ => true, out var cookie)) text = cookie.ToString();
        return text.Length > 0 ? Read(text, route) : null;
    }

    public Side? Read(string text, string route)
    {
        if (!isEnabled || text.Length is 0 or > LongestText || text.Split('.') is not [var wanted, var side, var end, var id, var signature] || wanted != route) return null;
        if (keys.Keys.FirstOrDefault(key => key.Id == id) is not { Role: Role.Operator } key) return null;
        var isSigned = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature(key, text[..text.LastIndexOf('.')])), Encoding.UTF8.GetBytes(signature));
        if (!isSigned || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until < clock.GetUtcNow().ToUnixTimeSeconds()) return null;
        return side switch { "service" => Side.Service, "monolith" => Side.Monolith, _ => null };
    }

    // The hash of a key is what both ends know: who has the key computes it, and the gateway keeps nothing else.
    private static string Signature(OperatorKey key, string demand) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Hash, Encoding.UTF8.GetBytes(demand)));
}
