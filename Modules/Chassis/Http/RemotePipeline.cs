using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// The one resilience pipeline: a time limit for each try, retries with jitter for reads alone, and a circuit breaker, so that a
/// neighbour that is down costs its callers almost nothing and is not hit by all of them when it returns.
/// </summary>
internal sealed class RemotePipeline : DelegatingHandler
{
    // A thousand changes of the feed, four bytes a character, and as much again for names.
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(3);
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    private readonly string module;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public RemotePipeline(string module)
    {
        this.module = module;
        var failed = new PredicateBuilder<HttpResponseMessage>()
            .Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
            .HandleResult(response => IsAway(response)).Build();
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(50),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsRead(attempt.Context) && failed(attempt.Outcome)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(2),
                ShouldHandle = attempt => ValueTask.FromResult(failed(attempt.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = attempt => ValueTask.FromResult(TimeLimitOf(attempt.Context)) })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            var response = await pipeline.ExecuteAsync(
                static async (attempt, send) => await send(attempt.CancellationToken), context, (Func<CancellationToken, Task<HttpResponseMessage>>)(token => SendWholeAsync(request, token)));
            if (!IsAway(response) && IsOurs(response)) return response;
            using (response) throw Refused(response);
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new NeighbourUnavailableException(module, problem);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
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

    // A 404 of something else that listens there must never read as "there is no such person".
    private bool IsOurs(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ContractEndpoints.Header, out var modules) && modules.Contains(module);

    private NeighbourUnavailableException Refused(HttpResponseMessage response) => IsAway(response)
        ? new(module, null)
        : new(module, null, $"what answered with {(int)response.StatusCode} is not the {module} module. Check Modules:{module}:Url and Modules:{module}:Key");

    private static bool IsAway(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsRead(ResilienceContext context) =>
        context.Properties.GetValue(Request, null!).Method is { } method && (method == HttpMethod.Get || method == HttpMethod.Head);

    private static TimeSpan TimeLimitOf(ResilienceContext context) =>
        context.Properties.GetValue(Request, null!).Options.TryGetValue(RemoteRequests.TimeLimit, out var limit) ? limit : DefaultTimeLimit;
}

/// <summary>What the HTTP client of a contract can say of one request.</summary>
public static class RemoteRequests
{
    /// <summary>How long until the whole answer must be there, per try; 3 s when unset. A long poll sets it above its wait.</summary>
    public static HttpRequestOptionsKey<TimeSpan> TimeLimit { get; } = new("MyThoughts.TimeLimit");

    /// <summary>Whether the answer is a list that is read while it comes: the time limit then ends with the headers.</summary>
    public static HttpRequestOptionsKey<bool> IsStreamed { get; } = new("MyThoughts.IsStreamed");
}
