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
