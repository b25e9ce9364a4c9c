using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MyThoughts.Benchmarks;

/// <summary>Runs the load generator <c>wrk</c> and reads what it prints.</summary>
internal static partial class Wrk
{
    // One thread leaves the rest of the machine to the hosts; 32 connections keep two cores busy without measuring a queue.
    private const int Connections = 32;

    public static async Task<Measurement> RunAsync(Arm arm, TimeSpan time)
    {
        var start = new ProcessStartInfo("wrk",
        [
            "--threads", "1", "--connections", $"{Connections}", "--duration", $"{time.TotalSeconds:0}s", "--timeout", "10s", "--latency",
            .. arm.Cookies.Length > 0 ? (string[])["--header", $"Cookie: {arm.Cookies}"] : [], arm.Address.AbsoluteUri,
        ]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return Read(output);
    }

    internal static Measurement Read(string output) => new(
        double.Parse(RequestsPerSecond().Match(output).Groups["value"].Value, CultureInfo.InvariantCulture),
        Milliseconds(Median().Match(output)), Milliseconds(Percentile99().Match(output)),
        SocketErrors().Matches(output).Concat(OtherStatus().Matches(output))
            .Sum(match => long.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)));

    private static double Milliseconds(Match match) =>
        double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)
        * match.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, _ => 60_000 };

    [GeneratedRegex(@"Requests/sec:\s+(?<value>[\d.]+)")]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex(@"\s50%\s+(?<value>[\d.]+)(?<unit>us|ms|s|m)")]
    private static partial Regex Median();

    [GeneratedRegex(@"\s99%\s+(?<value>[\d.]+)(?<unit>us|ms|s|m)")]
    private static partial Regex Percentile99();

    // "Socket errors: connect 0, read 0, write 0, timeout 3"
    [GeneratedRegex(@"(connect|read|write|timeout) (?<value>\d+)")]
    private static partial Regex SocketErrors();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<value>\d+)")]
    private static partial Regex OtherStatus();
}
