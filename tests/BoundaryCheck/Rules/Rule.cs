namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>A rule of the boundaries.</summary>
/// <param name="Id">How the baseline, the report and people name it.</param>
/// <param name="Reason">Why there is such a rule, in one sentence.</param>
/// <param name="Instead">What to do instead of breaking it, in one sentence.</param>
internal sealed record Rule(string Id, string Reason, string Instead);
