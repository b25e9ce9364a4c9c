using System.Text.Json.Serialization;

namespace MyThoughts.Gateway.State;

/// <summary>A mode and, while draining, since when: who came later is a newcomer.</summary>
internal sealed record ModeState(
    Mode Mode, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Since = null)
{
    public static ModeState Ready { get; } = new(Mode.Ready);

    /// <summary>A drain that goes on keeps its start.</summary>
    public ModeState To(Mode next, DateTimeOffset now) =>
        next == Mode ? this : new(next, next == Mode.Drain ? now : null);
}
