using System.Globalization;
using System.Text;
using MyThoughts.Benchmarks.Core;
using static System.FormattableString;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>Writes <c>docs/benchmarks.md</c>. It is written anew by every full run, so nobody edits it.</summary>
internal static class MarkdownReport
{
    /// <summary>The folder of the charts, beside the page.</summary>
    public const string Charts = "images/benchmarks";

    /// <param name="reports">For each part, the newest report that may be quoted.</param>
    /// <param name="earlier">The page so far: what it says of parts without a report, measured elsewhere perhaps, stays.</param>
    public static string Write(IReadOnlyDictionary<string, BenchReport> reports, string earlier = "")
    {
        var page = new StringBuilder("""
            # Benchmarks

            Written by `dotnet run build.cs bench` from what it measured last; do not edit it. Release builds as real processes, the load
            generator and PostgreSQL on the same machine. Absolute figures drift there by 40% within minutes: what counts are ratios, each the
            median of rounds in each of which the arms take turns of some seconds (A B A B …), after at least 15 seconds of warm-up. *Apart* is how
            far the rounds lie from each other, (largest − smallest) / median: beyond 25% a figure is void and not shown. One wrong answer rejects
            its arm. Why a claim is missed: [where the time goes](where-the-time-goes.md).


            """);
        foreach (var part in BenchOptions.All)
        {
            page.Append(Heading(part));
            if (reports.TryGetValue(part, out var report)) Write(page, report, report.Parts.Single(one => one.Part == part));
            else page.Append(CultureInfo.InvariantCulture, $"{SectionOf(part, earlier) ?? $"Not measured yet: `dotnet run build.cs bench {part}`."}\n\n");
        }
        return page.ToString().TrimEnd() + "\n";
    }

    private static string Heading(string part) => $"## {part}\n\n";

    private static string? SectionOf(string part, string page)
    {
        var start = page.IndexOf("\n" + Heading(part), StringComparison.Ordinal);
        return start < 0 ? null : page[(start + 1 + Heading(part).Length)..].Split("\n## ")[0].Trim();
    }

    private static void Write(StringBuilder page, BenchReport report, PartResult part)
    {
        page.Append(CultureInfo.InvariantCulture, $"{report.At:yyyy-MM-dd}{(report.IsResult ? "" : ", a quick run: **not a result**")}. {Facts(report.Machine)}\n\n");
        if (part.Void is not null) page.Append(CultureInfo.InvariantCulture, $"**Void**: {Cell(part.Void)}\n\n");
        if (part.Rows.Count > 0) page.Append("| claim | must | aim | measured | apart | |\n|---|---|---|---|---|---|\n");
        foreach (var row in part.Rows) page.Append(Line(row));
        page.Append('\n');
        if (part.Arms.Count > 0) page.Append("| arm | requests/s | p50 ms | p99 ms | CPU µs per request | resident MB |\n|---|---|---|---|---|---|\n");
        foreach (var arm in part.Arms) page.Append(Line(arm, part.Shows(arm)));
        if (part.Arms.Count > 0) page.Append('\n');
        foreach (var note in part.Notes) page.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        if (part.Notes.Count > 0) page.Append('\n');
        foreach (var chart in part.Charts) page.Append(CultureInfo.InvariantCulture, $"![{chart.Title}]({Charts}/{chart.Name}.svg)\n\n");
    }

    private static string Line(Row row)
    {
        var limits = $"| {Cell(row.Target.Name)} | {Figures.Limit(row.Target, row.Target.Must)} | {Figures.Limit(row.Target, row.Target.Aim)} |";
        return row.Void is { } reason ? $"{limits} – | – | {Cell(reason)} |\n"
            : Invariant($"{limits} {Figures.Of(row.Median, row.Target.Unit)} | {row.Spread:0%} | {Figures.Word(row.Verdict)} |\n");
    }

    private static string Line(ArmResult arm, bool isShown) => arm.Rejected is { } reason ? $"| {Cell(arm.Name)} | rejected: {Cell(reason)} | | | | |\n"
        : !isShown ? $"| {Cell(arm.Name)} | void | | | | |\n"
        : $"| {Cell(arm.Name)} | {Figures.OfArm(arm.Median.RequestsPerSecond, "0")} | {Figures.OfArm(arm.Median.P50, "0.00")} | {Figures.OfArm(arm.Median.P99, "0.00")} | {Figures.OfArm(arm.Median.CpuMicroseconds, "0")} | {Figures.OfArm(arm.Median.Megabytes, "0")} |\n";

    private static string Facts(MachineFacts machine) => Invariant(
        $"{machine.Cores} cores ({machine.Processor}), {machine.MemoryGigabytes:0.#} GB, {machine.Kernel}; {machine.DotNet}, PostgreSQL {machine.PostgreSql}, HAProxy {machine.HaProxy}, wrk {machine.Wrk}.");

    // A pipe or a line break would end the cell.
    private static string Cell(string text) => text.Replace('|', '/').ReplaceLineEndings(" ");
}
