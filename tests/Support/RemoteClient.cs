using MyThoughts.Chassis.Http;

namespace MyThoughts.Support;

/// <summary>The HTTP client that a host makes for a module in another process.</summary>
public static class RemoteClient
{
    /// <summary>Makes it, with its time limits, retries and circuit breaker, and its doubts about who answers.</summary>
    /// <param name="module">The module's name in the map.</param>
    /// <param name="address">Where its contract is served.</param>
    /// <returns>The client.</returns>
    public static HttpClient To(string module, Uri address) =>
        new(new RemotePipeline(module) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
}
