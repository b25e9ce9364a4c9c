using System.Globalization;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>The code that everybody shares: where it grows, modules lose their independence.</summary>
/// <param name="Files">Its code files.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="PublicTypes">Types that others can see.</param>
/// <param name="FanIn">How many of its types each other part uses.</param>
/// <param name="Growth">Its lines at the end of each month and what changed in it; none when there is no trend.</param>
internal sealed record ChassisReport(int Files, int Lines, int PublicTypes, IReadOnlyList<(string Part, int Types)> FanIn, IReadOnlyList<ChassisMonth> Growth)
{
    /// <summary>Growth over the months of the trend is told from this share on.</summary>
    public const double Growing = 0.05;

    /// <summary>A sentence when it grows; null when it does not, or nobody can tell.</summary>
    public string? Warning
    {
        get
        {
            // Three months back when there are so many: what it was in its first days says little of today.
            if (Growth.Count < ChangeHistory.MonthsForTrend) return null;
            var then = Growth[Math.Max(0, Growth.Count - 4)];
            var grown = then.Lines > 0 ? (double)(Lines - then.Lines) / then.Lines : 0;
            return grown < Growing ? null
                : string.Create(CultureInfo.InvariantCulture, $"The chassis grows: {Lines:N0} lines, {grown * 100:0}% more than at the end of {then.Month}. What only one module needs belongs into that module.");
        }
    }

    /// <returns>The report; null when the solution has no chassis.</returns>
    public static ChassisReport? Of(CheckResult result)
    {
        var projects = result.Facts.Solution.Projects.Where(project => project.Role == ProjectRole.Chassis).ToList();
        if (projects.Count == 0) return null;
        var files = projects.SelectMany(CodeFiles.Of).Distinct().ToList();
        var lines = files.Sum(CodeFiles.LinesOf);
        return new(files.Count, lines, result.Facts.Types.Count(type => type.Project.Role == ProjectRole.Chassis && type.IsVisible), FanInOf(result), GrowthOf(result.History, lines));
    }

    private static List<(string Part, int Types)> FanInOf(CheckResult result) =>
    [
        .. Uses.Across(result.Facts).Where(reference => reference.To.Role == ProjectRole.Chassis).GroupBy(reference => Uses.PartOf(reference.From))
            .Select(part => (part.Key, part.Select(reference => reference.Type).Distinct().Count())).OrderByDescending(part => part.Item2).ThenBy(part => part.Key, StringComparer.Ordinal),
    ];

    // From what it is today, backwards by what each month added.
    private static List<ChassisMonth> GrowthOf(ChangeHistory? history, int lines)
    {
        var months = new List<ChassisMonth>();
        if (history is not { NoTrend: null }) return months;
        foreach (var month in history.Months.Reverse())
        {
            var commits = history.Counted.Where(commit => commit.Month == month).ToList();
            var changed = commits.Aggregate(History.Lines.None, (sum, commit) => sum + commit.Chassis);
            months.Insert(0, new(month, Math.Max(0, lines), changed, commits.Count(commit => commit.Touches(UnitKind.Chassis))));
            lines -= changed.Net;
        }
        return months;
    }
}

/// <summary>A month of the chassis.</summary>
/// <param name="Month">Which.</param>
/// <param name="Lines">Its lines at the end of it.</param>
/// <param name="Changed">Lines added and removed in it.</param>
/// <param name="Commits">Commits that changed it.</param>
internal sealed record ChassisMonth(Month Month, int Lines, Lines Changed, int Commits);
