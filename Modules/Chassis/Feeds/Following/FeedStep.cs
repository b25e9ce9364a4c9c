namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>What a step along a feed came to.</summary>
/// <param name="Kind">What there was to do.</param>
/// <param name="Cursor">The cursor that the feed has forgotten, where that is the kind.</param>
internal readonly record struct FeedStep(FeedStepKind Kind, FeedCursor Cursor = default)
{
    public static FeedStep Applied { get; } = new(FeedStepKind.Applied);

    public static FeedStep Waited { get; } = new(FeedStepKind.Waited);

    public static FeedStep Restarted { get; } = new(FeedStepKind.Restarted);

    public static FeedStep StoodBy { get; } = new(FeedStepKind.StoodBy);

    public static FeedStep Forgotten(FeedCursor cursor) => new(FeedStepKind.Forgotten, cursor);
}

internal enum FeedStepKind
{
    /// <summary>There were changes, for this host or for another that was faster.</summary>
    Applied,

    /// <summary>There was no news.</summary>
    Waited,

    /// <summary>What is kept was built by older code: it is built anew.</summary>
    Restarted,

    /// <summary>The feed does not know the cursor: what is kept is built anew.</summary>
    Forgotten,

    /// <summary>What is kept was built by newer code, and hosts that run it bring it up to date.</summary>
    StoodBy,
}
