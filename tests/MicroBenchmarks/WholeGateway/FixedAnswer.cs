using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.MicroBenchmarks.WholeGateway;

/// <summary>Stands for every host behind the gateway: 1 KB of text, and always ready.</summary>
internal sealed class FixedAnswer : HttpMessageHandler, IForwarderHttpClientFactory
{
    private static readonly byte[] Page = new byte[1024];

    public HttpMessageInvoker CreateClient(ForwarderHttpClientContext context) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A network lets everybody wait, and whoever waits has to be remembered.
        await Task.Yield();
        return new(HttpStatusCode.OK) { Version = request.Version, RequestMessage = request, Content = new ByteArrayContent(Page) };
    }
}
