namespace MyThoughts.Gateway.State;

/// <summary>Whether a side of a route, or one destination of a cluster, takes requests.</summary>
internal enum Mode
{
    /// <summary>It takes everybody it is chosen for.</summary>
    Ready,

    /// <summary>Whoever was there before may stay; newcomers go elsewhere, unless there is nowhere else.</summary>
    Drain,

    /// <summary>It takes nobody, whatever happens to the others.</summary>
    Maint,
}

/// <summary>Modes as operators write them, on pages, in JSON and in history alike.</summary>
internal static class ModeText
{
    public static string ToText(this Mode mode) => mode switch { Mode.Ready => "ready", Mode.Drain => "drain", _ => "maint" };
}
