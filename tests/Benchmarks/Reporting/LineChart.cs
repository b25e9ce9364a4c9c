using System.Globalization;
using System.Net;
using System.Text;
using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Reporting;

/// <summary>
/// Draws latency against size as SVG, both in powers of ten: what grows in proportion rises at 45 degrees, and what stays the same is
/// flat. Each line has a colour and a stroke of its own and its name at its end.
/// </summary>
internal static class LineChart
{
    private const int Width = 880, Left = 64, Right = 600, Top = 48, LineHeight = 17, PlotHeight = 260;

    // Dark and light, readable on either paper; strokes tell them apart where colours do not.
    private static readonly (string Light, string Dark)[] Hues =
        [("#3a45c4", "#a9b1ff"), ("#b4530a", "#f2a65a"), ("#0b6b7d", "#5cc3d4"), ("#1c6b41", "#80d4a0"), ("#b3261e", "#ff9d93"), ("#656159", "#c9c5bb")];

    private static readonly string[] Strokes = ["", "7 4", "2 3"];

    public static string Draw(Chart chart)
    {
        var points = chart.Lines.SelectMany(line => line.Points).Where(IsDrawable).ToList();
        if (points.Count == 0) return "";
        var (sizes, times) = (Axis.Around(points.Select(point => point.Size)), Axis.Around(points.Select(point => point.Milliseconds)));
        var height = Top + Math.Max(PlotHeight, chart.Lines.Count * LineHeight) + 44;
        var bottom = Top + PlotHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" aria-label="{Text(chart.Title)}" font-family="system-ui, sans-serif" font-size="12">""").Append('\n');
        svg.Append(Style()).Append(CultureInfo.InvariantCulture, $"""<rect class="paper" width="{Width}" height="{height}"/><text class="ink" x="{Left}" y="24" font-size="15" font-weight="600">{Text(chart.Title)}</text>""").Append('\n');
        foreach (var power in times.Powers)
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="grid" d="M{Left} {Y(power):0.#}H{Right}"/><text class="muted" x="{Left - 8}" y="{Y(power) + 4:0.#}" text-anchor="end">{Label(power)} ms</text>""").Append('\n');
        foreach (var size in points.Select(point => point.Size).Distinct().Order())
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="grid" d="M{X(size):0.#} {Top}V{bottom}"/><text class="muted" x="{X(size):0.#}" y="{bottom + 18}" text-anchor="middle">{size:#,0}</text>""").Append('\n');
        var names = Spread(chart.Lines.Select(line => line.Points.LastOrDefault(IsDrawable) is { } last ? Y(last.Milliseconds) : bottom).ToList());
        foreach (var (index, line) in chart.Lines.Index()) svg.Append(Line(index, line, names[index])).Append('\n');
        return svg.Append("</svg>\n").ToString();

        double X(double size) => Left + 16 + sizes.Part(size) * (Right - Left - 32);
        double Y(double time) => bottom - times.Part(time) * PlotHeight;

        string Line(int index, ChartLine line, double nameAt)
        {
            var drawn = line.Points.Where(IsDrawable).ToList();
            if (drawn.Count == 0) return "";
            var path = string.Join('L', drawn.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Size):0.#} {Y(point.Milliseconds):0.#}")));
            var dots = string.Concat(drawn.Select(point => string.Create(CultureInfo.InvariantCulture, $"""<circle cx="{X(point.Size):0.#}" cy="{Y(point.Milliseconds):0.#}" r="3"/>""")));
            var (hue, stroke) = (index % Hues.Length, Strokes[index / Hues.Length % Strokes.Length]);
            return string.Create(CultureInfo.InvariantCulture,
                $"""<g class="hue{hue}"><path d="M{path}" fill="none" stroke-width="2" stroke-dasharray="{stroke}"/>{dots}<path d="M{X(drawn[^1].Size) + 5:0.#} {Y(drawn[^1].Milliseconds):0.#}L{Right + 12} {nameAt:0.#}" fill="none" stroke-width=".5"/><text x="{Right + 16}" y="{nameAt + 4:0.#}">{Text(line.Name)}, {drawn[^1].Milliseconds:0.##} ms</text></g>""");
        }
    }

    /// <summary>Moves what would lie on each other apart, and keeps the order.</summary>
    internal static IReadOnlyList<double> Spread(IReadOnlyList<double> wanted)
    {
        var places = wanted.ToArray();
        var next = double.NegativeInfinity;
        foreach (var index in Enumerable.Range(0, places.Length).OrderBy(index => wanted[index]))
        {
            places[index] = Math.Max(places[index], next);
            next = places[index] + LineHeight;
        }
        // What was pushed over the lower edge pushes the others up.
        var most = Top + Math.Max(PlotHeight, places.Length * LineHeight);
        foreach (var index in Enumerable.Range(0, places.Length).OrderByDescending(index => places[index]))
        {
            places[index] = Math.Min(places[index], most);
            most = (int)(places[index] - LineHeight);
        }
        return places;
    }

    private static bool IsDrawable(ChartPoint point) => double.IsFinite(point.Milliseconds) && point is { Milliseconds: > 0, Size: > 0 };

    private static string Label(double power) => power.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        var light = string.Concat(Hues.Select((hue, index) => Rule(index, hue.Light)));
        var dark = string.Concat(Hues.Select((hue, index) => Rule(index, hue.Dark)));
        return "<style>.paper{fill:#fdfcfa}.ink{fill:#1e1d1b}.muted{fill:#656159}.grid{stroke:#e5e1d9;fill:none}" + light
            + "@media(prefers-color-scheme:dark){.paper{fill:#16171b}.ink{fill:#e8e6e1}.muted{fill:#a7a49c}.grid{stroke:#2f3138}" + dark + "}</style>\n";

        static string Rule(int index, string colour) => string.Create(CultureInfo.InvariantCulture, $".hue{index}{{fill:{colour};stroke:{colour}}}.hue{index} text{{stroke:none}}");
    }

    /// <summary>From the power of ten below the smallest to the one above the largest.</summary>
    private sealed record Axis(double From, double To)
    {
        public static Axis Around(IEnumerable<double> values)
        {
            var logarithms = values.Select(Math.Log10).ToList();
            var (from, to) = (Math.Floor(logarithms.Min()), Math.Ceiling(logarithms.Max()));
            return new(from, to > from ? to : from + 1);
        }

        public IEnumerable<double> Powers => Enumerable.Range((int)From, (int)(To - From) + 1).Select(power => Math.Pow(10, power));

        public double Part(double value) => (Math.Log10(value) - From) / (To - From);
    }
}
