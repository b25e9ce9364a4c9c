using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Control;

/// <summary>What an operator asks for, and on which ground.</summary>
/// <param name="Edit">What to make of the state; the time is that of a drain that begins.</param>
/// <param name="BasedOn">The version that the operator saw.</param>
/// <param name="By">The name of their key.</param>
internal sealed record ChangeRequest(Func<TrafficState, DateTimeOffset, Edit> Edit, long BasedOn, string By)
{
    /// <summary>Why, in the operator's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Lets pass what is unwise, for example more visitors for a service without a healthy destination.</summary>
    public bool Force { get; init; }

    /// <summary>Tells what would happen, and does nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The version that is brought back, if that is what happens.</summary>
    public long? Undoes { get; init; }
}

/// <summary>What became of a <see cref="ChangeRequest"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Version">The version in effect now.</param>
/// <param name="Changes">What is different, or would be.</param>
/// <param name="Problems">Why it was refused.</param>
internal sealed record ChangeResult(ChangeOutcome Outcome, long Version, IReadOnlyList<FieldChange> Changes, IReadOnlyList<Problem> Problems)
{
    /// <summary>The state that was judged, and the one that the change makes of it; null when it makes none.</summary>
    public (TrafficState Before, TrafficState After)? States { get; init; }
}

/// <summary>How a change ended.</summary>
internal enum ChangeOutcome
{
    /// <summary>It is stored, and in effect here; the other replicas follow within a second.</summary>
    Applied,

    /// <summary>It would be.</summary>
    WouldApply,

    /// <summary>The state was so already.</summary>
    Unchanged,

    /// <summary>The rules refuse it.</summary>
    Invalid,

    /// <summary>The state has changed since the operator looked.</summary>
    Stale,

    /// <summary>The database is away: nothing can be changed until it is back.</summary>
    Unavailable,
}
