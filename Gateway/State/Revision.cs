namespace MyThoughts.Gateway.State;

/// <summary>A state with its place in history.</summary>
/// <param name="Version">1 for the first, one more for each change: also the ETag.</param>
/// <param name="State">The state.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="By">Name of the key that asked for it, or <c>gateway</c> for the first.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="Undoes">The version that it brought back, if that is what it did.</param>
/// <param name="Changes">What is different from the version before.</param>
internal sealed record Revision(
    long Version, TrafficState State, DateTime At, string By, string? Reason, long? Undoes, IReadOnlyList<FieldChange> Changes);
