using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>
/// Writes what the OpenTelemetry SDK has aggregated as Prometheus text, format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/). The SDK's own exporter for it is not a stable package.
/// </summary>
public sealed class MetricsText : IDisposable
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "System.Net.Http", "Npgsql", "MyThoughts.*"];

    // HttpClient measures these of each request as soon as somebody listens. What a neighbour or a side takes is contract.call.duration and
    // gateway.request.duration.
    private static readonly string[] Unheard = ["http.client.request.duration", "http.client.active_requests", "http.client.request.time_in_queue"];

    private readonly Lock collecting = new();
    private readonly Exporter exporter = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    /// <summary>Begins to aggregate.</summary>
    public MetricsText()
    {
        reader = new(exporter) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
        var builder = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddReader(reader);
        foreach (var instrument in Unheard) builder.AddView(instrument, MetricStreamConfiguration.Drop);
        provider = builder.Build();
    }

    /// <summary>Writes everything that has been measured, and forgets the meters that were disposed.</summary>
    /// <returns>The text.</returns>
    public string Collect()
    {
        lock (collecting)
        {
            reader.Collect();
            return exporter.Text;
        }
    }

    /// <inheritdoc />
    public void Dispose() => provider.Dispose();

    private sealed class Exporter : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new StringBuilder();
            foreach (var metric in batch) Write(text, metric);
            Text = text.ToString();
            return ExportResult.Success;
        }
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var isSum = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = NameOf(metric) + (isSum ? "_total" : "");
        if (metric.Description is { Length: > 0 } help)
            text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(isSum ? " counter" : metric.MetricType == MetricType.Histogram ? " histogram" : " gauge").Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints()) Write(text, name, metric.MetricType, point);
    }

    private static void Write(StringBuilder text, string name, MetricType type, in MetricPoint point)
    {
        var labels = LabelsOf(point);
        switch (type)
        {
            case MetricType.LongSum or MetricType.LongSumNonMonotonic: Line(text, name, labels, point.GetSumLong()); break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic: Line(text, name, labels, point.GetSumDouble()); break;
            case MetricType.LongGauge: Line(text, name, labels, point.GetGaugeLastValueLong()); break;
            case MetricType.DoubleGauge: Line(text, name, labels, point.GetGaugeLastValueDouble()); break;
            case MetricType.Histogram: WriteHistogram(text, name, labels, point); break;
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line(text, name + "_bucket", (labels.Length == 0 ? "" : labels + ",") + $"le=\"{bound}\"", below);
        }
        Line(text, name + "_sum", labels, point.GetHistogramSum());
        Line(text, name + "_count", labels, point.GetHistogramCount());
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string LabelsOf(in MetricPoint point)
    {
        var labels = new List<string>();
        foreach (var tag in point.Tags)
        {
            var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
            labels.Add($"{Identifier(tag.Key)}=\"{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}\"");
        }
        return string.Join(',', labels);
    }

    private static string NameOf(Metric metric)
    {
        var unit = metric.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        var name = Identifier(metric.Name);
        return name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
    }

    private static string Identifier(string name) => string.Create(name.Length, name, static (target, source) =>
    {
        for (var index = 0; index < source.Length; index++) target[index] = char.IsAsciiLetterOrDigit(source[index]) ? source[index] : '_';
    });
}
