using MyThoughts.Gateway.Proxy;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Figures;

/// <summary>How a request that was asked of a side ended there.</summary>
internal enum Outcome
{
    /// <summary>With an answer, or with a client who did not wait for it.</summary>
    Answered,

    /// <summary>With an answer that says that the side has failed.</summary>
    Answer5xx,

    /// <summary>Without an answer.</summary>
    Transport,

    /// <summary>With an answer that broke off after it had begun.</summary>
    Truncated,
}

internal static class Outcomes
{
    public static Outcome Of(HttpContext context)
    {
        if (context.GetForwarderErrorFeature() is not { } error)
            return context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? Outcome.Answer5xx : Outcome.Answered;
        if (IsNotTheSides(error, context)) return Outcome.Answered;
        return context.Response.HasStarted ? Outcome.Truncated : Outcome.Transport;
    }

    // What a client does is no side's error. RequestAborted alone does not tell: the gateway aborts too, where an answer broke off.
    private static bool IsNotTheSides(IForwarderErrorFeature error, HttpContext context) => error.Error switch
    {
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyClient
            or ForwarderError.UpgradeRequestCanceled or ForwarderError.UpgradeRequestClient or ForwarderError.UpgradeResponseCanceled
            or ForwarderError.UpgradeResponseClient or ForwarderError.UpgradeActivityTimeout => true,
        // A request that cannot be made of what the client sent.
        ForwarderError.RequestCreation => true,
        // YARP cannot tell who broke off first while a body was on its way, and says the client.
        ForwarderError.RequestBodyClient => context.RequestAborted.IsCancellationRequested || FailureMiddleware.IsTheClients(error.Exception),
        _ => false,
    };
}
