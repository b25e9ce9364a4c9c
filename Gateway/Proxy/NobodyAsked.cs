using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Proxy;

/// <summary>The failure of a request that there was no side for: not a 502, because it has had no effect and may be sent again, even a write.</summary>
internal sealed class NobodyAsked : IForwarderErrorFeature
{
    public static NobodyAsked Instance { get; } = new();

    public ForwarderError Error => ForwarderError.NoAvailableDestinations;

    public Exception? Exception => null;
}
