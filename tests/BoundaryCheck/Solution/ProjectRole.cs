namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>What a project is to the boundaries.</summary>
internal enum ProjectRole
{
    /// <summary>The public face of a module.</summary>
    Contracts,

    /// <summary>A module's own code.</summary>
    Module,

    /// <summary>The host of one extracted module.</summary>
    Service,

    /// <summary>What every host needs, and no module's business.</summary>
    Chassis,

    /// <summary>A program that is no module's service: the monolith, the gateway.</summary>
    Host,

    /// <summary>May see everything.</summary>
    Tests,
}
