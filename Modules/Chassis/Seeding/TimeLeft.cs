using System.Globalization;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Says how long something will take still.</summary>
internal static class TimeLeft
{
    public static string Of(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:hh\\:mm\\:ss} left") : "time left not known yet";
}
