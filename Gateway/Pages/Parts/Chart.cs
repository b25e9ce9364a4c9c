using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>A line of a chart: a value for each ten seconds, oldest first, null where there was nothing to measure.</summary>
/// <param name="Side">Whose it is: each side has its colour and its stroke, wherever it is drawn.</param>
/// <param name="Values">The values.</param>
/// <param name="IsFaint">Whether another line of the same side is the one to look at.</param>
internal sealed record ChartLine(Side Side, IReadOnlyList<double?> Values, bool IsFaint = false);

/// <summary>Draws the last 15 minutes as SVG, on the server: there is nothing to run, and nothing inline that the policy would refuse.</summary>
internal static class Chart
{
    /// <summary>How many points 15 minutes have.</summary>
    public const int Points = 90;

    private const int Height = 24;

    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <param name="label">What a reader who sees no picture is told.</param>
    /// <param name="top">The value at the upper edge.</param>
    /// <param name="lines">The lines, the ones in the background first.</param>
    public static IHtmlContent Draw(string label, double top, params IReadOnlyList<ChartLine> lines)
    {
        var svg = new StringBuilder($"""<svg class="chart" viewBox="0 0 {Points - 1} {Height}" preserveAspectRatio="none" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path class="floor" d="M0 {Height}H{Points - 1}"/>""");
        foreach (var line in lines)
        {
            if (PathOf(line.Values, top) is { Length: > 0 } path)
                svg.Append(CultureInfo.InvariantCulture, $"""<path class="{Words.Of(line.Side)}{(line.IsFaint ? " faint" : "")}" d="{path}"/>""");
        }
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>A round number above all of these, so that a scale changes seldom.</summary>
    public static double TopOf(IEnumerable<double?> values, double atLeast)
    {
        var highest = Math.Max(values.Max() ?? 0, atLeast);
        var step = Math.Pow(10, Math.Floor(Math.Log10(highest)));
        return Steps.Select(times => times * step).First(top => top >= highest * 0.9999);
    }

    // The newest is at the right, however few there are; a gap breaks the line.
    private static string PathOf(IReadOnlyList<double?> values, double top)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var index = Math.Max(0, values.Count - Points); index < values.Count; index++)
        {
            if (values[index] is { } value)
            {
                var (x, y) = (Points - values.Count + index, Height - Math.Clamp(value / top, 0, 1) * (Height - 1));
                path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? 'L' : 'M')}{x} {y:0.##}");
                // A point with a gap on either side would be invisible without an end to draw to.
                if (!isDrawing && (index + 1 == values.Count || values[index + 1] is null)) path.Append("h.5");
            }
            isDrawing = values[index] is not null;
        }
        return path.ToString();
    }
}
