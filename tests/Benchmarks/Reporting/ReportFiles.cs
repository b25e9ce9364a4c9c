using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>The report for programs, and the page with its charts that is written from such reports.</summary>
internal static class ReportFiles
{
    // The median of nothing is no number, which JSON has no literal for.
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes the report among the others. A full run writes what it measured into the documentation; a quick one shows beside its JSON how it would look.</summary>
    public static async Task WriteAsync(BenchReport report, string artifacts, string repository, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(artifacts, "bench")).FullName;
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"report-{report.At:yyyyMMdd-HHmmss}.json"));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json), cancellationToken);
        var page = report.IsResult ? Path.Combine(repository, "docs", "benchmarks.md") : Path.Combine(folder, "quick.md");
        await WritePageAsync(report.IsResult ? Quotable(await ReadAsync(folder, cancellationToken)) : OfParts([report], _ => true), page, cancellationToken);
        Console.WriteLine($"{Path.GetRelativePath(repository, page)} has what was measured; the same for programs: {Path.GetRelativePath(repository, file)}");
    }

    /// <summary>For each part the newest of some reports that may be quoted. One on a busy machine does not displace what a calm one gave.</summary>
    internal static Dictionary<string, BenchReport> Quotable(IEnumerable<BenchReport> reports) => OfParts(
        reports.Where(report => report.IsResult).OrderByDescending(report => report.At), part => part.Void is null);

    private static Dictionary<string, BenchReport> OfParts(IEnumerable<BenchReport> reports, Func<PartResult, bool> isWanted)
    {
        var parts = new Dictionary<string, BenchReport>();
        foreach (var report in reports)
            foreach (var part in report.Parts.Where(isWanted)) parts.TryAdd(part.Part, report);
        return parts;
    }

    private static async Task<List<BenchReport>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var reports = new List<BenchReport>();
        foreach (var file in Directory.EnumerateFiles(folder, "report-*.json"))
            reports.Add(JsonSerializer.Deserialize<BenchReport>(await File.ReadAllTextAsync(file, cancellationToken), Json)!);
        return reports;
    }

    private static async Task WritePageAsync(Dictionary<string, BenchReport> reports, string page, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(page, MarkdownReport.Write(reports, File.Exists(page) ? await File.ReadAllTextAsync(page, cancellationToken) : ""), cancellationToken);
        var charts = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(page)!, MarkdownReport.Charts)).FullName;
        foreach (var chart in reports.SelectMany(entry => entry.Value.Parts.Where(part => part.Part == entry.Key)).SelectMany(part => part.Charts))
            await File.WriteAllTextAsync(Path.Combine(charts, chart.Name + ".svg"), LineChart.Draw(chart), cancellationToken);
    }
}
