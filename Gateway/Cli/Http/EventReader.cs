using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace MyThoughts.Gateway.Cli.Http;

/// <summary>Reads what the gateway tells while one listens, until it ends the stream.</summary>
internal sealed class EventReader(GatewayClient gateway, HttpResponseMessage response) : IDisposable
{
    public const string ContentType = "text/event-stream";

    // It says something every two seconds.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <exception cref="CommandFailedException">The gateway is away, or has gone silent.</exception>
    public async IAsyncEnumerable<GatewayEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(LongestSilence);
        var stream = await response.Content.ReadAsStreamAsync(silence.Token);
        await using var told = SseParser.Create(stream).EnumerateAsync(silence.Token).GetAsyncEnumerator(silence.Token);
        while (await gateway.TryAsync(() => told.MoveNextAsync().AsTask(), LongestSilence, cancellationToken))
        {
            silence.CancelAfter(LongestSilence);
            yield return new(told.Current.EventType, new(HttpStatusCode.OK, told.Current.Data, null, gateway.Target));
        }
    }

    public void Dispose() => response.Dispose();
}
