using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Why a request has no answer, where it is the gateway that knows and not YARP.</summary>
/// <param name="Error">The kind, in YARP's terms.</param>
/// <param name="Exception">The mistake of the gateway's own; null when it is none.</param>
internal sealed record GatewayFailure(ForwarderError Error, Exception? Exception) : IForwarderErrorFeature
{
    /// <summary>There was no side for it. Not a 502: it has had no effect and may be sent again, even a write.</summary>
    public static GatewayFailure NobodyAsked { get; } = new(ForwarderError.NoAvailableDestinations, null);

    public static GatewayFailure Mistake(Exception exception) => new(ForwarderError.Request, exception);
}
