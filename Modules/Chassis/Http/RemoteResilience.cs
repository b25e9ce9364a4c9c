using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// What one neighbour's absence may cost: a time limit, retries with jitter for reads alone, and a circuit breaker, so that a neighbour
/// that is down costs its callers almost nothing and is not hit by all of them when it returns.
/// </summary>
internal sealed class RemoteResilience
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(3);
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");
    private static readonly Predicate<Outcome<HttpResponseMessage>> Failed = new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
        .HandleResult(IsAway).Build();

    private readonly ResiliencePipeline<HttpResponseMessage> calls = NewPipeline(hasBreaker: true);

    // Beside the breaker: to find out whether a neighbour is back it lets a single call through, and a poll that waits for news would
    // keep everybody else out until there is some. Whoever polls has a back-off of his own.
    private readonly ResiliencePipeline<HttpResponseMessage> longPolls = NewPipeline(hasBreaker: false);

    public static bool IsAway(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var pipeline = request.Options.TryGetValue(RemoteRequests.IsLongPoll, out var isLongPoll) && isLongPoll ? longPolls : calls;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await pipeline.ExecuteAsync(static async (attempt, send) => await send(attempt.CancellationToken), context, send);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<HttpResponseMessage> NewPipeline(bool hasBreaker)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(50),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            // A neighbour that is slow gets slower by being asked again, and the caller has waited long enough.
            ShouldHandle = attempt => ValueTask.FromResult(
                IsRead(attempt.Context) && attempt.Outcome.Exception is not TimeoutRejectedException && Failed(attempt.Outcome)),
        });
        if (hasBreaker) builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(2),
            ShouldHandle = attempt => ValueTask.FromResult(Failed(attempt.Outcome)),
        });
        return builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = attempt => ValueTask.FromResult(TimeLimitOf(attempt.Context)) }).Build();
    }

    private static bool IsRead(ResilienceContext context) =>
        context.Properties.GetValue(Request, null!).Method is { } method && (method == HttpMethod.Get || method == HttpMethod.Head);

    private static TimeSpan TimeLimitOf(ResilienceContext context) =>
        context.Properties.GetValue(Request, null!).Options.TryGetValue(RemoteRequests.TimeLimit, out var limit) ? limit : DefaultTimeLimit;
}
