using System.Globalization;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Rows on their way.</summary>
internal sealed class RowPhase(string name, long expected, TimeProvider clock) : ISeedPhase
{
    private readonly long start = clock.GetTimestamp();
    private long expected = expected;
    private long reached;

    public string Line
    {
        get
        {
            var (done, all) = (Volatile.Read(ref reached), Volatile.Read(ref expected));
            var left = done > 0 ? Elapsed * ((double)Math.Max(all - done, 0) / done) : (TimeSpan?)null;
            return string.Create(CultureInfo.InvariantCulture, $"{name}: {done:N0} of {all:N0}, {Rate(done):N0} a second, {TimeLeft.Of(left)}");
        }
    }

    public string LastLine
    {
        get
        {
            var done = Volatile.Read(ref reached);
            return string.Create(CultureInfo.InvariantCulture, $"{name}: {done:N0} in {Elapsed.TotalSeconds:0.0} s, {Rate(done):N0} a second, done");
        }
    }

    private TimeSpan Elapsed => clock.GetElapsedTime(start);

    public void Reach(long rows) => Volatile.Write(ref reached, rows);

    public void Expect(long rows) => Volatile.Write(ref expected, rows);

    private double Rate(long done) => done / Math.Max(Elapsed.TotalSeconds, 0.001);
}
