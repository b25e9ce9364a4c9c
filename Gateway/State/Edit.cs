namespace MyThoughts.Gateway.State;

/// <summary>What a change makes of a state, or why it cannot.</summary>
internal sealed record Edit(TrafficState? Next, IReadOnlyList<Problem> Problems)
{
    public static implicit operator Edit(TrafficState next) => new(next, []);

    public static Edit Refused(string place, string message) => new(null, [new(place, message)]);
}
