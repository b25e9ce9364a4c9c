using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>The report for programs, and the page that is written from such reports.</summary>
internal static class ReportFiles
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task WriteAsync(BenchReport report, string artifacts, string repository, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(artifacts, "bench")).FullName;
        var file = Path.Combine(folder, report.At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json), cancellationToken);
        Console.WriteLine($"The same for programs: {Path.GetRelativePath(repository, file)}");
    }
}
