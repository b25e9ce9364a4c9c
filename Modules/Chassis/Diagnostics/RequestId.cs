using System.Buffers;
using System.Collections;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Takes the caller's <c>X-Request-ID</c> or mints one, and puts it on every log line of the request.</summary>
public sealed class RequestId(RequestDelegate next, ILogger<RequestId> logger)
{
    /// <summary>Where it stands in a request and in its answer.</summary>
    public const string Header = "X-Request-ID";

    private const int Longest = 128;

    // What goes into a log must not be able to forge a line of it.
    private static readonly SearchValues<char> Fit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:=/+");

    /// <summary>Makes the id known to what comes after.</summary>
    /// <param name="context">The request.</param>
    /// <returns>When the rest of the pipeline is done.</returns>
    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        // Of the form of a trace's id, so that a trace which begins here can be called the same; and without asking the system for randomness.
        var id = IsFit(given) ? given : ActivityTraceId.CreateRandom().ToHexString();
        context.TraceIdentifier = id;
        // The gateway forwards this header, so the backend's lines carry the same id.
        context.Request.Headers[Header] = id;
        // Where activities are made of requests, the log has the trace from them.
        var trace = Activity.Current is null ? TraceParent.Ensure(context.Request.Headers, id) : null;
        using (logger.BeginScope(new Scope(id, trace))) await next(context);
    }

    private static bool IsFit(string id) => id.Length is > 0 and <= Longest && !id.AsSpan().ContainsAnyExcept(Fit);

    private sealed class Scope(string id, string? trace) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => trace is null ? 1 : 2;
        public KeyValuePair<string, object?> this[int index] => index == 0 ? new("RequestId", id) : new("TraceId", TraceParent.TraceIdOf(trace!));
        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() { for (var index = 0; index < Count; index++) yield return this[index]; }
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        public override string ToString() => $"RequestId:{id}";
    }
}
