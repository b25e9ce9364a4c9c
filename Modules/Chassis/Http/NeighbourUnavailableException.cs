namespace MyThoughts.Chassis.Http;

/// <summary>A module that runs elsewhere did not answer in time, refused the connection, failed, or answered nonsense. Reads were retried already.</summary>
/// <param name="module">The module's name.</param>
/// <param name="inner">What went wrong on the way.</param>
/// <param name="reason">The same in words for the log, where the inner exception does not say it.</param>
public sealed class NeighbourUnavailableException(string module, Exception? inner, string? reason = null)
    : Exception($"The {module} module is not reachable: {reason ?? inner?.Message ?? "it says that it is not ready"}", inner)
{
    /// <summary>The module's name.</summary>
    public string Module { get; } = module;
}
