using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>No connection came about: the request has had no effect, and whoever sent it may send it again, even a write.</summary>
internal static class Unreachable
{
    public static bool Is(IForwarderErrorFeature error) => error.Error is ForwarderError.NoAvailableDestinations || error.Exception is
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        // The time limit for connecting; the one for answering carries nothing within.
        or OperationCanceledException { InnerException: TimeoutException };
}
