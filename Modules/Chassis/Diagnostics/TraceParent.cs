using System.Buffers;
using System.Diagnostics;
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

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Makes sure that the request has a <c>traceparent</c>, and returns it. A trace that begins here is called as the request is, if that can be.</summary>
    public static string Ensure(IHeaderDictionary headers, string requestId)
    {
        if (headers.TraceParent is [{ } given] && ActivityContext.TryParse(given, null, out _)) return given;
        var id = IsTraceId(requestId) ? requestId : ActivityTraceId.CreateRandom().ToHexString();
        var begun = $"00-{id}-{ActivitySpanId.CreateRandom().ToHexString()}-00";
        headers.TraceParent = begun;
        headers.Remove("tracestate");
        return begun;
    }

    public static string TraceIdOf(string traceParent) => traceParent.Substring(IdAt, IdLength);

    private static bool IsTraceId(string id) => id.Length == IdLength && !id.AsSpan().ContainsAnyExcept(Hex) && id.AsSpan().ContainsAnyExcept('0');
}
