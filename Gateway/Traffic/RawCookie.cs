using Microsoft.Extensions.Primitives;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Reads a cookie from the raw header: <c>Request.Cookies</c> would build a dictionary of every cookie for each request.</summary>
internal static class RawCookie
{
    /// <summary>Finds the first value of a cookie that is wanted; another site of the same domain may have set one of that name too.</summary>
    public static bool TryFind(StringValues headers, ReadOnlySpan<char> name, Func<ReadOnlySpan<char>, bool> isWanted, out ReadOnlySpan<char> value)
    {
        for (var header = 0; header < headers.Count; header++)
        {
            for (var rest = headers[header].AsSpan(); rest.Length > 0;)
            {
                var end = rest.IndexOf(';');
                var cookie = (end < 0 ? rest : rest[..end]).Trim();
                rest = end < 0 ? default : rest[(end + 1)..];
                if (cookie.Length <= name.Length || cookie[name.Length] != '=' || !cookie.StartsWith(name, StringComparison.Ordinal)) continue;
                value = cookie[(name.Length + 1)..];
                if (isWanted(value)) return true;
            }
        }

        value = default;
        return false;
    }
}
