using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>What the figures depend on. No name of a host and no path: the page is for everybody.</summary>
internal sealed partial record MachineFacts(
    int Cores, string Processor, double MemoryGigabytes, string Kernel, string DotNet, string PostgreSql, string HaProxy, string Wrk)
{
    public static async Task<MachineFacts> ReadAsync(CancellationToken cancellationToken) => new(
        Environment.ProcessorCount,
        Field(await File.ReadAllTextAsync("/proc/cpuinfo", cancellationToken), "model name"),
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024, 1),
        // The number alone: some builders put their own name behind it.
        $"{RuntimeInformation.OSDescription}, Linux {VersionNumber().Match(await File.ReadAllTextAsync("/proc/sys/kernel/osrelease", cancellationToken)).Value}",
        RuntimeInformation.FrameworkDescription,
        await VersionAsync(PostgresPrograms.Find("postgres"), ["--version"], cancellationToken),
        await VersionAsync(Programs.Find("haproxy"), ["-v"], cancellationToken),
        await VersionAsync(Programs.Find("wrk"), ["-v"], cancellationToken));

    private static string Field(string text, string name) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";

    private static async Task<string> VersionAsync(string? program, string[] arguments, CancellationToken cancellationToken)
    {
        if (program is null) return "none";
        var version = VersionNumber().Match(await Programs.RunAsync(new ProcessStartInfo(program, arguments), cancellationToken));
        return version.Success ? version.Value : "unknown";
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex VersionNumber();
}
