using System.Text.Json;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Api;

/// <summary>
/// Writes server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). The framework's own result writes no
/// comments, by which a silent connection stays open and one whose client is gone is noticed.
/// </summary>
internal sealed class EventWriter(HttpResponse response)
{
    public const string ContentType = "text/event-stream";

    /// <summary>Says when to come back after the stream has ended, and lets the client know at once that it is open.</summary>
    public Task BeginAsync(TimeSpan retry, CancellationToken cancellationToken)
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        // nginx would keep events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        return WriteAsync($"retry: {retry.TotalMilliseconds:0}\n\n", cancellationToken);
    }

    public Task SendAsync<T>(string name, T data, CancellationToken cancellationToken) =>
        WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, TrafficJson.Options)}\n\n", cancellationToken);

    public Task CommentAsync(string comment, CancellationToken cancellationToken) => WriteAsync($": {comment}\n\n", cancellationToken);

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
