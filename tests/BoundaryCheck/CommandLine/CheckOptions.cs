namespace MyThoughts.BoundaryCheck.CommandLine;

/// <summary>What to check, and what to do with what was found.</summary>
/// <param name="Root">The folder of the solution.</param>
/// <param name="Map">The module map.</param>
internal sealed record CheckOptions(string Root, string Map)
{
    /// <summary>A connection string for the catalog; null to leave the database alone.</summary>
    public string? Database { get; init; }

    /// <summary>Where a host's metrics are: a file or an address.</summary>
    public string? Metrics { get; init; }

    /// <summary>Whether to print JSON instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>Where to write the page.</summary>
    public string? Html { get; init; }

    /// <summary>Where to write the report that is kept with the source.</summary>
    public string? Docs { get; init; }

    /// <summary>Whether to compare that report instead of writing it.</summary>
    public bool CheckDocs { get; init; }

    /// <summary>Whether to take entries out of the baseline whose violation is gone.</summary>
    public bool Prune { get; init; }

    /// <summary>Why the new violations are let pass from now on.</summary>
    public string? Accept { get; init; }

    /// <summary>Whether to approve the contracts as they are.</summary>
    public bool UpdateContracts { get; init; }

    /// <summary>Why a contract is broken.</summary>
    public string? Breaking { get; init; }

    public bool Writes => Prune || Accept is not null || UpdateContracts;
}
