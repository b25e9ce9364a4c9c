using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>
/// The trace of a request in a host that makes no activities: it goes on with its headers (https://www.w3.org/TR/trace-context/), and
/// where the caller began none, or sent what is none, it begins here.
/// </summary>
internal static class TraceParent
{
    private const int IdAt = 3;
    private const int IdLength = 32;

    /// <summary>Makes sure that the request has a <c>traceparent</c>, and returns it. A trace that begins here is called as the request is, if that can be.</summary>
    public static string Ensure(IHeaderDictionary headers, string requestId)
    {
        if (headers.TraceParent is [{ } given] && ActivityContext.TryParse(given, null, out _)) return given;
        var id = requestId.Length == IdLength && requestId.All(char.IsAsciiHexDigitLower) ? requestId : Guid.CreateVersion7().ToString("N");
        var begun = string.Create(CultureInfo.InvariantCulture, $"00-{id}-{Random.Shared.NextInt64(1, long.MaxValue):x16}-00");
        headers.TraceParent = begun;
        headers.Remove("tracestate");
        return begun;
    }

    public static string TraceIdOf(string traceParent) => traceParent.Substring(IdAt, IdLength);
}
