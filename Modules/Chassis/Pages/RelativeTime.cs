using System.Globalization;

namespace MyThoughts.Chassis.Pages;

/// <summary>Says how long ago something was, the way a person would.</summary>
public static class RelativeTime
{
    /// <summary>Describes a moment from now.</summary>
    /// <param name="moment">The moment, in UTC.</param>
    /// <param name="now">The present, in UTC.</param>
    /// <returns>For example <c>5 minutes ago</c>; beyond a week the date, with its year when that is another one.</returns>
    public static string Of(DateTime moment, DateTime now)
    {
        var age = now - moment;
        // The clocks of two machines differ a little: what comes from the near future is new, not wrong.
        if (age < TimeSpan.FromMinutes(1)) return age > TimeSpan.FromDays(-1) ? "just now" : DateOf(moment, now);
        if (age < TimeSpan.FromHours(1)) return Ago((int)age.TotalMinutes, "minute");
        if (age < TimeSpan.FromDays(1)) return Ago((int)age.TotalHours, "hour");
        return age < TimeSpan.FromDays(7) ? Ago((int)age.TotalDays, "day") : DateOf(moment, now);
    }

    /// <summary>Writes a moment in full, as one reads it.</summary>
    /// <param name="moment">The moment, in UTC.</param>
    /// <returns>For example <c>21 Nov 2026, 06:11 UTC</c>.</returns>
    public static string Written(DateTime moment) => moment.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Writes a moment to the second.</summary>
    /// <param name="moment">The moment, in UTC.</param>
    /// <returns>For example <c>21 November 2026, 06:11:56 UTC</c>.</returns>
    public static string Exact(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Writes a moment for the <c>datetime</c> attribute, in the microseconds that PostgreSQL keeps.</summary>
    /// <param name="moment">The moment, in UTC.</param>
    /// <returns>For example <c>2026-11-21T06:11:56.123456Z</c>.</returns>
    public static string Machine(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Ago(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");

    private static string DateOf(DateTime moment, DateTime now) =>
        moment.ToString(moment.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
}
