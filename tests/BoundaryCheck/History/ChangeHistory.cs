using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>How the solution has changed, as far as git can tell.</summary>
/// <param name="Counted">The commits that changed a part of the solution, newest first.</param>
/// <param name="Listed">How many were left out because the repository lists them.</param>
/// <param name="Formatting">How many were left out because they only moved white space.</param>
/// <param name="NotChecked">Why there is no history, when there is none.</param>
internal sealed record ChangeHistory(IReadOnlyList<CountedCommit> Counted, int Listed, int Formatting, IReadOnlyList<NotChecked> NotChecked)
{
    /// <summary>Fewer calendar months show no trend.</summary>
    public const int MonthsForTrend = 2;

    /// <summary>Fewer commits show no coupling.</summary>
    public const int CommitsForCoupling = 20;

    /// <summary>Every month from the first commit to the last, those without one too.</summary>
    public IReadOnlyList<Month> Months { get; } = MonthsOf(Counted);

    /// <summary>Why there is no trend, in a sentence; null when there is one.</summary>
    public string? NoTrend => NotChecked.Count > 0 ? NotChecked[0].ToString()
        : Months.Count >= MonthsForTrend ? null
        : Months.Count == 0 ? "Too little history for a trend: no commit has changed a module yet."
        : $"Too little history for a trend: all {Counted.Count} counted commits are of {Months[0]}, and it takes {MonthsForTrend} calendar months.";

    /// <summary>Why there is no coupling, in a sentence; null when there is one.</summary>
    public string? NoCoupling => NotChecked.Count > 0 ? NotChecked[0].ToString()
        : Counted.Count >= CommitsForCoupling ? null
        : $"Too little history for coupling: {Counted.Count} counted commits, and it takes {CommitsForCoupling}.";

    /// <summary>How many commits changed something, month by month.</summary>
    public IReadOnlyList<int> ByMonth(Func<CountedCommit, bool> changed) =>
        [.. Months.Select(month => Counted.Count(commit => commit.Month == month && changed(commit)))];

    /// <summary>How many commits a month changed a module's contracts, on average.</summary>
    public double ContractChangesPerMonth(string module) =>
        Months.Count == 0 ? 0 : Counted.Count(commit => commit.Touches(UnitKind.Contracts, module)) / (double)Months.Count;

    public static ChangeHistory None(string why) =>
        new([], 0, 0, [new("coupling over time, contract churn and growth of the chassis", why, [])]);

    private static List<Month> MonthsOf(IReadOnlyList<CountedCommit> commits)
    {
        var months = new List<Month>();
        if (commits.Count == 0) return months;
        for (var month = commits.Min(commit => commit.Month); month.CompareTo(commits.Max(commit => commit.Month)) <= 0; month = month.Next) months.Add(month);
        return months;
    }
}
