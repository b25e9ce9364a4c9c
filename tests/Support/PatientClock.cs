namespace MyThoughts.Support;

/// <summary>A clock whose timers ring while no time passes: whoever waits on it waits for the thing itself, however busy the machine is.</summary>
public sealed class PatientClock : TimeProvider
{
    /// <inheritdoc/>
    public override long GetTimestamp() => 0;
}
