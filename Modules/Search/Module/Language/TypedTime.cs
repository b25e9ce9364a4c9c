using System.Globalization;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Language;

/// <summary>Dates as people type them: an RFC 3339 date or time, a day or month without its zero, or a month or a year for its first day.</summary>
internal static class TypedTime
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyy-M", "yyyy/M", "yyyy"];

    public static DateTime? Parse(string text)
    {
        if (Rfc3339.TryParse(text, out var utc)) return utc;
        return DateTime.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? day : null;
    }
}
