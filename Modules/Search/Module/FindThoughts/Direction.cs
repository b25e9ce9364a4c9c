namespace MyThoughts.Search.FindThoughts;

/// <summary>Which way a reader goes through ids.</summary>
internal enum Direction
{
    /// <summary>From the newest to the oldest.</summary>
    Older,

    /// <summary>From the oldest to the newest.</summary>
    Newer,
}
