using System.Globalization;

namespace MyThoughts.Chassis.Seeding;

/// <summary>An index that is being built.</summary>
internal sealed class IndexPhase(string index, TimeProvider clock) : ISeedPhase
{
    // Where each of PostgreSQL's phases begins and ends in the whole. Only the scans of the table tell how far they are.
    private static readonly (string Phase, double Begin, double End)[] Phases =
    [
        ("building index", 0, 0.65),
        ("index validation: scanning index", 0.7, 0.7),
        ("index validation: sorting tuples", 0.8, 0.8),
        ("index validation: scanning table", 0.9, 1),
    ];

    private readonly long start = clock.GetTimestamp();
    private IndexStep step = new("begun", 0, 0);

    public string Line
    {
        get
        {
            var done = Part(Volatile.Read(ref step));
            return string.Create(CultureInfo.InvariantCulture,
                $"index {index}: {step.Phase}, about {done * 100:0} %, {TimeLeft.Of(done > 0 ? Elapsed * ((1 - done) / done) : null)}");
        }
    }

    public string LastLine => string.Create(CultureInfo.InvariantCulture, $"index {index}: built in {Elapsed.TotalSeconds:0.0} s");

    private TimeSpan Elapsed => clock.GetElapsedTime(start);

    public void Reach(IndexStep reached) => Volatile.Write(ref step, reached);

    private static double Part(IndexStep step)
    {
        var (_, begin, end) = Array.Find(Phases, phase => step.Phase.StartsWith(phase.Phase, StringComparison.Ordinal));
        return begin + (end - begin) * (step.Total > 0 ? (double)step.Done / step.Total : 0);
    }
}

/// <summary>Where the building of an index is, as PostgreSQL tells it.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Done">How many pages of the table it has read.</param>
/// <param name="Total">How many there are.</param>
internal sealed record IndexStep(string Phase, long Done, long Total);
