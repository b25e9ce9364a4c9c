using System.Globalization;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>Figures as people write them.</summary>
internal static class Words
{
    public static string Count(int count, string one, string? many = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(double seconds) =>
        seconds < 1 ? (seconds * 1000).ToString(seconds < 0.01 ? "0.##" : "0", CultureInfo.InvariantCulture) + " ms" : seconds.ToString("0.##", CultureInfo.InvariantCulture) + " s";

    /// <summary>A sentence, whether its writer put the full stop or not.</summary>
    public static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";

    /// <summary>The heart of a longer reason: what comes before its first stop.</summary>
    public static string Gist(string reason)
    {
        var end = reason.IndexOfAny([';', ',', '(']);
        var stop = reason.IndexOf(". ", StringComparison.Ordinal);
        var ends = new[] { end, stop, reason.TrimEnd('.').Length }.Where(at => at > 0).ToList();
        return ends.Count == 0 ? reason : reason[..ends.Min()].Trim();
    }
}
