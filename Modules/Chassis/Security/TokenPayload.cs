using System.Text.Json;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Security;

/// <summary>Reads the claims of a token; each has the type it should have, or there are none.</summary>
internal static class TokenPayload
{
    private const int LongestUsername = 50;

    // What DateTimeOffset can say in whole seconds.
    private const long LatestSecond = 253_402_300_799;

    public static TokenClaims? TryRead(byte[] utf8) => StrictJson.WithObject(utf8, static payload =>
        TryReadUsername(payload, out var username)
        && TryReadTime(payload, "exp"u8, out var expires) && expires is not null
        && TryReadTime(payload, "iat"u8, out var issued)
        && TryReadTime(payload, "nbf"u8, out var notBefore)
            // A token that is not valid yet counts as issued when it gets valid: both are refused before their time.
            ? new TokenClaims(username, Latest(issued, notBefore), expires.Value)
            : null);

    private static bool TryReadUsername(JsonElement payload, out string username)
    {
        username = "";
        if (!payload.TryGetProperty(Principals.UsernameClaim, out var claim) || claim.ValueKind != JsonValueKind.String) return false;
        username = claim.GetString()!;
        return username.Length > 0 && !username.Contains('\0', StringComparison.Ordinal) && WellFormedText.CodePoints(username) <= LongestUsername;
    }

    private static bool TryReadTime(JsonElement payload, ReadOnlySpan<byte> name, out DateTimeOffset? time)
    {
        time = null;
        if (!payload.TryGetProperty(name, out var claim)) return true;
        if (claim.ValueKind != JsonValueKind.Number || !claim.TryGetInt64(out var seconds) || seconds is < 0 or > LatestSecond) return false;
        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    private static DateTimeOffset Latest(DateTimeOffset? issued, DateTimeOffset? notBefore)
    {
        var first = issued ?? DateTimeOffset.UnixEpoch;
        return notBefore > first ? notBefore.Value : first;
    }
}
