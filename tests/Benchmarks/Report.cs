using System.Globalization;
using System.Text.Json;

namespace MyThoughts.Benchmarks;

/// <summary>The figures, for people and for programs.</summary>
internal sealed record Report(IReadOnlyList<Report.Line> Lines, IReadOnlyList<Report.Ratio> Ratios, IReadOnlyList<Report.HostLine> Hosts)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal sealed record Line(string What, string Way, Measurement Measured);
    internal sealed record Ratio(string What, double GatewayToDirect);
    internal sealed record HostLine(string Host, double ResidentMegabytes, double StartMilliseconds);

    /// <summary>A figure with failures in it says nothing: errors are fast.</summary>
    public bool IsValid => Lines.All(line => line.Measured.Failures == 0);

    public static Report Of(BenchSystem system, IReadOnlyDictionary<Arm, Measurement> measured)
    {
        return new(
            [.. system.Arms.Select(arm => new Line(arm.What, arm.Way, measured[arm]))],
            [.. system.Arms.GroupBy(arm => arm.What).Select(arms => new Ratio(arms.Key, Rate(arms, Arm.Gateway) / Rate(arms, Arm.Direct)))],
            [.. system.Memory().Select(memory => new HostLine(memory.Host, memory.Megabytes, system.Starts[memory.Host]))]);

        double Rate(IEnumerable<Arm> arms, string way) => measured[arms.Single(arm => arm.Way == way)].RequestsPerSecond;
    }

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"",-16} {"",-8} {"requests/s",10} {"p50 ms",8} {"p99 ms",8}");
        foreach (var (what, way, measured) in Lines)
            output.WriteLine(measured.Failures > 0
                ? $"{what,-16} {way,-8} rejected: {measured.Failures} answers were not 200"
                : Text($"{what,-16} {way,-8} {measured.RequestsPerSecond,10:0} {measured.P50,8:0.00} {measured.P99,8:0.00}"));
        output.WriteLine();
        foreach (var (what, ratio) in Ratios) output.WriteLine(Text($"{what,-16} through the gateway: {ratio:0.00} of direct"));
        output.WriteLine();
        output.WriteLine($"{"host",-16} {"resident MB",12} {"start to first 200, ms",24}");
        foreach (var (host, resident, start) in Hosts) output.WriteLine(Text($"{host,-16} {resident,12:0} {start,24:0}"));
    }

    public async Task WriteJsonAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, this, Indented);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
