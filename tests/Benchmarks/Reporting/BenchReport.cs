using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>What a run gave.</summary>
/// <param name="At">When.</param>
/// <param name="IsResult">Whether it may be quoted; a quick run may not.</param>
/// <param name="Machine">Where.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record BenchReport(DateTimeOffset At, bool IsResult, MachineFacts Machine, IReadOnlyList<PartResult> Parts)
{
    /// <summary>Whether nothing was rejected or void, and nothing missed what must hold; a quick run is only asked for the first.</summary>
    public bool IsGood => Parts.All(part => part.Void is null) && Parts.SelectMany(part => part.Rows).All(IsGoodRow);

    private bool IsGoodRow(Row row) => IsResult ? row.Verdict is Verdict.Aim or Verdict.Must : row.Rejected is null;
}
