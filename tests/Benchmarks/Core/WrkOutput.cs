using System.Globalization;
using System.Text.RegularExpressions;

namespace MyThoughts.Benchmarks.Core;

/// <summary>Reads the lines that <c>check.lua</c> makes wrk print at its end.</summary>
internal static partial class WrkOutput
{
    /// <exception cref="VoidException">wrk did not get to its end.</exception>
    public static LoadResult Read(string output)
    {
        var line = Line().Match(output);
        if (!line.Success) throw new VoidException($"wrk gave no figures. It wrote: {output.Trim()}");
        var requests = Number("requests");
        return new(requests, Number("us") / 1e6, Number("p50") / 1e3, Number("p99") / 1e3, Number("broken") + Number("wrong"))
        {
            FirstFailure = First().Match(output) is { Success: true } first ? first.Groups["text"].Value : Number("broken") > 0 ? "a connection broke, or timed out" : "",
            SecondShare = requests == 0 ? 0 : 100.0 * Number("second") / requests,
        };

        long Number(string name) => long.Parse(line.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^bench requests=(?<requests>\d+) microseconds=(?<us>\d+) p50=(?<p50>\d+) p99=(?<p99>\d+) broken=(?<broken>\d+) wrong=(?<wrong>\d+) second=(?<second>\d+)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^bench-first (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex First();
}
