namespace MyThoughts.Gateway.Figures;

/// <summary>The last 15 minutes of a side in stretches of ten seconds; whatever happens, it takes no more room than they do.</summary>
internal sealed class Ring(TimeProvider clock)
{
    /// <summary>How many stretches that have ended are kept.</summary>
    public const int Kept = 90;

    public const int Seconds = 10;

    // One is being counted in, and one more may begin while somebody reads.
    private readonly Stretch?[] stretches = new Stretch?[Kept + 2];
    private readonly Lock turning = new();

    /// <summary>The stretch to count in what happened just now.</summary>
    public Tally Counting(long timestamp)
    {
        var number = timestamp / (clock.TimestampFrequency * Seconds);
        ref var place = ref stretches[number % stretches.Length];
        return Volatile.Read(ref place) is { } stretch && stretch.Number == number ? stretch.Tally : Begin(number, ref place);
    }

    /// <summary>The number of the present stretch, and how much of it has passed, 0 to 1.</summary>
    public long Now(out double passed)
    {
        var length = clock.TimestampFrequency * Seconds;
        var (number, rest) = Math.DivRem(clock.GetTimestamp(), length);
        passed = (double)rest / length;
        return number;
    }

    /// <summary>What was counted in a stretch; null when nothing was, or it is forgotten.</summary>
    public Tally? At(long number) =>
        number >= 0 && Volatile.Read(ref stretches[number % stretches.Length]) is { } stretch && stretch.Number == number ? stretch.Tally : null;

    /// <summary>The sum of the stretches from one to another, both included.</summary>
    public Tally Sum(long from, long to)
    {
        var sum = new Tally();
        for (var number = from; number <= to; number++) sum.Add(At(number));
        return sum;
    }

    // A new object instead of an old one cleared: whoever still holds the old one neither reads nor counts what is not its own.
    private Tally Begin(long number, ref Stretch? place)
    {
        lock (turning)
        {
            if (place?.Number != number) place = new(number, new());
            return place.Tally;
        }
    }

    private sealed record Stretch(long Number, Tally Tally);
}
