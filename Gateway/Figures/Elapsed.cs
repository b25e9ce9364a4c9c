namespace MyThoughts.Gateway.Figures;

internal static class Elapsed
{
    /// <summary>Seconds to the clock's last digit: a <see cref="TimeSpan"/> cuts off at 100 ns, and a decision takes a few of those.</summary>
    public static double SecondsSince(this TimeProvider clock, long timestamp) => (double)(clock.GetTimestamp() - timestamp) / clock.TimestampFrequency;
}
