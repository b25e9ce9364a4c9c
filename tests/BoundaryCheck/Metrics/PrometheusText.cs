using System.Globalization;
using System.Text.RegularExpressions;

namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>Reads Prometheus text, format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), and the OpenMetrics text that is alike.</summary>
internal static partial class PrometheusText
{
    /// <returns>The samples; null when a line is none, with its number.</returns>
    public static IReadOnlyList<Sample>? Parse(string text, out int badLine)
    {
        var samples = new List<Sample>();
        var lines = text.Split('\n');
        for (badLine = 1; badLine <= lines.Length; badLine++)
        {
            var line = lines[badLine - 1].Trim();
            if (line.Length == 0 || line.StartsWith('#')) continue;
            var match = Line().Match(line);
            if (!match.Success || ValueOf(match.Groups["value"].Value) is not { } value) return null;
            samples.Add(new(match.Groups["name"].Value, LabelsOf(match), value));
        }
        badLine = 0;
        return samples;
    }

    private static double? ValueOf(string text) => text switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    private static Dictionary<string, string> LabelsOf(Match match)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < match.Groups["label"].Captures.Count; at++)
            labels[match.Groups["label"].Captures[at].Value] = Escape().Replace(match.Groups["text"].Captures[at].Value, escape => escape.Value == "\\n" ? "\n" : escape.Value[1..]);
        return labels;
    }

    // A time and, in OpenMetrics, an exemplar may follow the value.
    [GeneratedRegex("""^(?<name>[a-zA-Z_:][\w:]*)\s*(\{\s*((?<label>[a-zA-Z_]\w*)\s*=\s*"(?<text>([^"\\]|\\.)*)"\s*,?\s*)*\})?\s+(?<value>\S+)(\s+[\d.]+)?(\s+#.*)?$""")]
    private static partial Regex Line();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
