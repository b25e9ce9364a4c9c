using System.Globalization;

namespace MyThoughts.Chassis.Seeding;

/// <summary>One thing that takes a while, and how far it is.</summary>
internal sealed class SeedPhase(string name, string unit, TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();
    private long done;
    private long total;

    public string Name => name;

    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    public void Reach(long reached) => Volatile.Write(ref done, reached);

    public void Expect(long expected) => Volatile.Write(ref total, expected);

    /// <summary>How far it is, how fast it goes, and how long it will take still.</summary>
    public string Line()
    {
        var (reached, expected) = (Volatile.Read(ref done), Volatile.Read(ref total));
        if (expected == 0) return $"{name}: begun";
        var rate = reached / Math.Max(Elapsed.TotalSeconds, 0.001);
        var left = rate > 0 ? Span(TimeSpan.FromSeconds((expected - reached) / rate)) : "an unknown time";
        return string.Create(CultureInfo.InvariantCulture, $"{name}: {reached:N0} of {expected:N0} {unit}, {rate:N0} a second, {left} left");
    }

    /// <summary>How it went.</summary>
    public string LastLine()
    {
        var reached = Volatile.Read(ref done);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name}: {reached:N0} {unit} in {Elapsed.TotalSeconds:0.0} s, {reached / Math.Max(Elapsed.TotalSeconds, 0.001):N0} a second, done");
    }

    private static string Span(TimeSpan time) => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
