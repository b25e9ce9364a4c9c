namespace MyThoughts.Support.Hosts;

/// <summary>A host did not start; the message holds what it wrote last.</summary>
/// <param name="message">What happened.</param>
public sealed class HostFailedException(string message) : Exception(message);
