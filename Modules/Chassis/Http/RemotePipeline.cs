using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MyThoughts.Chassis.Http;

/// <summary>The one way to a module in another process: what comes back is the module's own answer, whole and in time, or nothing.</summary>
internal sealed class RemotePipeline(string module) : DelegatingHandler
{
    // A thousand changes of the feed, four bytes a character, and as much again for names.
    private const int LargestAnswer = 4 * 1024 * 1024;

    private readonly RemoteResilience resilience = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await resilience.SendAsync(request, token => SendWholeAsync(request, token), cancellationToken);
            if (!RemoteResilience.IsAway(response) && IsOurs(response)) return response;
            using (response) throw Refused(response);
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new NeighbourUnavailableException(module, problem);
        }
    }

    // The time limit holds for the whole answer: one that comes drop by drop is as bad as none. A list that streams has its own.
    private async Task<HttpResponseMessage> SendWholeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(RemoteRequests.IsStreamed, out var isStreamed) && isStreamed) return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // A 404 of something else that listens there must never read as "there is no such person". An address that is too long is refused
    // by the server, before the module could sign the answer.
    private bool IsOurs(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.RequestUriTooLong
        || (response.Headers.TryGetValues(ContractEndpoints.Header, out var modules) && modules.Contains(module));

    private NeighbourUnavailableException Refused(HttpResponseMessage response) => RemoteResilience.IsAway(response)
        ? new(module, null)
        : new(module, null, $"what answered with {(int)response.StatusCode} is not the {module} module. Check Modules:{module}:Url and Modules:{module}:Key");
}
