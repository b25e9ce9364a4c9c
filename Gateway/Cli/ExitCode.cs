namespace MyThoughts.Gateway.Cli;

/// <summary>How a verb ended, for scripts: the numbers do not change.</summary>
internal enum ExitCode
{
    /// <summary>It is done, or was so already.</summary>
    Done = 0,

    /// <summary>The gateway refuses it: 400, 404, 413, 422. Nothing was changed.</summary>
    Refused = 1,

    /// <summary>It was asked for in a way that nobody understands; the gateway was not asked.</summary>
    WrongUsage = 2,

    /// <summary>The state has moved on meanwhile: 412. Nothing was changed.</summary>
    Stale = 3,

    /// <summary>No key, one that is not in force, or a viewer's: 401, 403, 429.</summary>
    NoAccess = 4,

    /// <summary>The gateway does not answer, or its database does not: 503.</summary>
    Away = 5,
}
