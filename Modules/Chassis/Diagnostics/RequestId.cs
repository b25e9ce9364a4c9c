using System.Buffers;
using System.Collections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Takes the caller's <c>X-Request-ID</c> or mints one, answers with it, and puts it on every log line of the request.</summary>
internal sealed class RequestId(RequestDelegate next, ILogger<RequestId> logger)
{
    public const string Header = "X-Request-ID";
    private const int Longest = 128;

    // What goes into a log must not be able to forge a line of it.
    private static readonly SearchValues<char> Fit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:=/+");

    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        var id = IsFit(given) ? given : Guid.CreateVersion7().ToString("N");
        context.TraceIdentifier = id;
        // The gateway forwards this header, so the backend's lines carry the same id.
        context.Request.Headers[Header] = id;
        context.Response.OnStarting(static state =>
        {
            var request = (HttpContext)state;
            request.Response.Headers[Header] = request.TraceIdentifier;
            return Task.CompletedTask;
        }, context);
        using (logger.BeginScope(new Scope(id))) await next(context);
    }

    private static bool IsFit(string id) => id.Length is > 0 and <= Longest && !id.AsSpan().ContainsAnyExcept(Fit);

    private sealed class Scope(string id) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;
        public KeyValuePair<string, object?> this[int index] => new("RequestId", id);
        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() { yield return this[0]; }
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        public override string ToString() => $"RequestId:{id}";
    }
}
