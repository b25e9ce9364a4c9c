namespace MyThoughts.Thoughts.Contracts;

/// <summary>A short text somebody posted. Serialized it is exactly <c>{id,username,text,timestamp}</c>: older clients compare whole objects.</summary>
/// <param name="Id">Its number; a later thought has a higher one.</param>
/// <param name="Username">Its author.</param>
/// <param name="Text">1 to 250 Unicode code points.</param>
/// <param name="Timestamp">When it was posted, in UTC, in microseconds.</param>
public sealed record Thought(long Id, string Username, string Text, DateTime Timestamp);
