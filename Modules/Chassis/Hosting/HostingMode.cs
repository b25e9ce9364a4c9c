namespace MyThoughts.Chassis.Hosting;

/// <summary>How a host has a module. Callers of the module's contract never know which.</summary>
public enum HostingMode
{
    /// <summary>The module runs in this process, on its own database role.</summary>
    InProcess,

    /// <summary>Its pages and endpoints are here; they reach the module in another process through its contract.</summary>
    Remote,

    /// <summary>It has left: its paths are 404 here. Neighbours in this process reach it through its contract.</summary>
    Absent,
}
