namespace MyThoughts.Benchmarks.Core;

/// <summary>How long and how often.</summary>
/// <param name="Rounds">How often every arm is measured.</param>
/// <param name="WarmUp">What an arm gets before its first round: the JIT compiles twice, and caches fill.</param>
/// <param name="Turns">How often the arms take turns in a round.</param>
/// <param name="Turn">How long a turn of an arm is: short, so that what a machine does for some seconds falls on all arms alike.</param>
/// <param name="Minute">How long a host is under load before its memory is read.</param>
/// <param name="IsResult">Whether what comes out may be quoted.</param>
internal sealed record Pace(int Rounds, TimeSpan WarmUp, int Turns, TimeSpan Turn, TimeSpan Minute, bool IsResult)
{
    public static readonly Pace Full = new(5, TimeSpan.FromSeconds(15), 5, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), IsResult: true);
    public static readonly Pace Quick = new(3, TimeSpan.FromSeconds(3), 3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), IsResult: false);

    /// <summary>For a part with very many arms: a few seconds a round, which a median or a percentile of a small page needs no more of.</summary>
    public Pace WithShortRounds() => this with { Turns = 2 };

    /// <summary>For a percentile of so few requests a turn that only the median of many turns says anything.</summary>
    public Pace WithManyTurns() => this with { Turns = 3 * Turns };

    /// <summary>For what has an end of its own to wait for, which would weigh too much after each of many short turns.</summary>
    public Pace WithoutTurns() => this with { Turns = 1, Turn = Turns * Turn };

    /// <summary>The size of data to measure at: what a claim names, or a stand-in in a quick run.</summary>
    public int Size(int claimed) => IsResult ? claimed : Math.Min(claimed, Data.SizedData.Quick);
}
