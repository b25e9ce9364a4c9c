namespace MyThoughts.Chassis.Http;

/// <summary>A module that runs elsewhere did not answer in time, refused the connection, or failed. Reads were retried already.</summary>
/// <param name="module">The module's name.</param>
/// <param name="inner">What went wrong on the way.</param>
public sealed class NeighbourUnavailableException(string module, Exception? inner)
    : Exception($"The {module} module is not reachable.", inner)
{
    /// <summary>The module's name.</summary>
    public string Module { get; } = module;
}
