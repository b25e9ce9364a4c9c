namespace MyThoughts.Chassis.Seeding;

/// <summary>
/// When generated things happened: over five years that end at a fixed day, more of them year by year, most of them by day. The order of
/// the numbers is the order of the times.
/// </summary>
/// <param name="size">How many there are.</param>
public sealed class SeedCalendar(SeedSize size)
{
    private const ulong Times = 1;
    private const double Days = 5 * 365;

    // How much of a day's rhythm there is: at 1, nobody would be awake at midnight.
    private const double Rhythm = 0.85;
    private const int TicksPerMicrosecond = 10;

    private static readonly DateTime End = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Start = End.AddDays(-Days);

    /// <summary>When a thought was posted.</summary>
    /// <param name="thought">Its number, from 0.</param>
    /// <returns>The time in UTC, to the microsecond, as PostgreSQL keeps it.</returns>
    public DateTime TimeOf(int thought)
    {
        var part = (thought + SplitMix64.Of(size.Seed, Times, (ulong)thought).Part()) / size.Thoughts;
        return At(Days * Math.Sqrt(part));
    }

    /// <summary>How many users there are when a thought is posted: people come all the time.</summary>
    /// <param name="thought">The thought's number, from 0.</param>
    /// <returns>At least one.</returns>
    public int UsersAt(int thought) => 1 + (int)((size.Users - 1) * Math.Sqrt((double)thought / size.Thoughts));

    /// <summary>When a user registered: never later than their first thought.</summary>
    /// <param name="user">The user's number, from 0.</param>
    /// <returns>The time in UTC.</returns>
    public DateTime RegistrationOf(int user) => At(size.Users == 1 ? 0 : Days * ((double)user / size.Users));

    private static DateTime At(double days)
    {
        var day = Math.Floor(days);
        var time = days - day;
        // Slow where people are awake, fast where they sleep; a parabola, since a sine is not the same on every machine.
        var shifted = time + Rhythm * time * (1 - time) * (2 * time - 1) * -2;
        var ticks = Start.AddDays(day).Ticks + (long)(shifted * TimeSpan.TicksPerDay);
        return new(ticks - ticks % TicksPerMicrosecond, DateTimeKind.Utc);
    }
}
