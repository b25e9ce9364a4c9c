using MyThoughts.Benchmarks.Core;
using static System.FormattableString;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>The figures, for whoever waits for them.</summary>
internal static class ConsoleReport
{
    public static void Write(TextWriter output, BenchReport report)
    {
        foreach (var part in report.Parts)
        {
            output.WriteLine();
            if (part.Void is not null) output.WriteLine($"{part.Part}: void: {part.Void}");
            if (part.Arms.Count > 0) WriteArms(output, part);
            foreach (var row in part.Rows) output.WriteLine(Line(row));
        }
        output.WriteLine();
        if (!report.IsResult) output.WriteLine("A quick run: it shows that everything runs, and is not a result.");
    }

    // A void figure is not printed: whoever reads it would quote it.
    internal static string Line(Row row) => row.Void is { } reason
        ? $"{row.Target.Name}: {reason}"
        : Invariant($"{row.Target.Name}: {Figures.Of(row.Median, row.Target.Unit)}, rounds {row.Spread:0%} apart; must be {Figures.Limit(row.Target, row.Target.Must)}, aim {Figures.Limit(row.Target, row.Target.Aim)}: {Figures.Word(row.Verdict)}");

    private static void WriteArms(TextWriter output, PartResult part)
    {
        output.WriteLine($"{part.Part,-48} {"requests/s",10} {"p50 ms",9} {"p99 ms",9} {"CPU µs",9} {"MB",6}");
        foreach (var arm in part.Arms)
        {
            output.WriteLine(arm.Rejected is { } reason ? $"{arm.Name,-48} rejected: {reason}"
                : !part.Shows(arm) ? $"{arm.Name,-48} void"
                : string.Join(' ', [
                    $"{arm.Name,-48}", Figures.OfArm(arm.Median.RequestsPerSecond, "0").PadLeft(10), Figures.OfArm(arm.Median.P50, "0.00").PadLeft(9), Figures.OfArm(arm.Median.P99, "0.00").PadLeft(9),
                    Figures.OfArm(arm.Median.CpuMicroseconds, "0.0").PadLeft(9), Figures.OfArm(arm.Median.Megabytes, "0").PadLeft(6),
                ]));
        }
        output.WriteLine();
    }
}
