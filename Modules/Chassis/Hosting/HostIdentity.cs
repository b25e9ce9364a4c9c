namespace MyThoughts.Chassis.Hosting;

/// <summary>Which host this process is.</summary>
/// <param name="Name"><c>monolith</c>, <c>gateway</c>, or the name of the module it serves.</param>
public sealed record HostIdentity(string Name);
