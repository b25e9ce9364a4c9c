namespace MyThoughts.Rehearsal;

/// <summary>What the whole rehearsal came to.</summary>
/// <param name="Module">The module.</param>
/// <param name="Steps">Each step.</param>
/// <param name="Ledger">What people were told, against what is stored.</param>
public sealed record RehearsalReport(string Module, IReadOnlyList<DoneStep> Steps, LedgerResult Ledger)
{
    /// <summary>Whether nobody noticed, and nothing was lost or doubled.</summary>
    public bool Holds => Steps.All(step => step.Holds) && Ledger is { Posted: > 0, Lost: 0, Doubled: 0, Risen: 0 };

    /// <summary>The same in one line.</summary>
    public string Summary =>
        $"{Module} out and back: {Steps.Sum(step => step.Requests)} requests, {Steps.Sum(step => step.Failures.Count)} failed; "
        + $"{Ledger.Posted} thoughts posted, {Ledger.Lost} lost, {Ledger.Doubled} doubled; {Ledger.Deleted} deleted, {Ledger.Risen} still there. {(Holds ? "Nobody noticed." : "FAILED.")}";
}
