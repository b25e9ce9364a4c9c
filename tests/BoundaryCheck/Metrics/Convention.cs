namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>
/// How a host names what the check reads: a Prometheus histogram with the time of each call of a contract's member, by the module whose
/// contract it is, the member, whether the call stayed in the process, and how it ended.
/// </summary>
internal static class Convention
{
    public const string Metric = "contract_call_duration_seconds";

    public const string Module = "contract";

    public const string Member = "member";

    /// <summary>Any word; <see cref="InProcess" /> is the one with a meaning here.</summary>
    public const string Mode = "mode";

    public const string InProcess = "in_process";

    /// <summary>Optional. A call is a failure when it ended as <see cref="Error" />.</summary>
    public const string Outcome = "outcome";

    public const string Error = "error";
}
