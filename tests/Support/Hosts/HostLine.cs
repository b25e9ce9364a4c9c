namespace MyThoughts.Support.Hosts;

/// <summary>A line that a host wrote.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Text">The line.</param>
/// <param name="IsError">Whether it came on standard error.</param>
public readonly record struct HostLine(string Host, string Text, bool IsError);
