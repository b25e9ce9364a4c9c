namespace MyThoughts.Benchmarks.Core;

/// <summary>How long and how often.</summary>
/// <param name="Rounds">How often every arm is measured.</param>
/// <param name="WarmUp">What an arm gets before its first round: the JIT compiles twice, and caches fill.</param>
/// <param name="Round">How long a round of an arm is.</param>
/// <param name="Minute">How long a host is under load before its memory is read.</param>
/// <param name="IsResult">Whether what comes out may be quoted.</param>
internal sealed record Pace(int Rounds, TimeSpan WarmUp, TimeSpan Round, TimeSpan Minute, bool IsResult)
{
    public static readonly Pace Full = new(5, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), IsResult: true);
    public static readonly Pace Quick = new(3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), IsResult: false);

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);

    /// <summary>For a part with very many arms: rounds of a few seconds, which a median or a percentile of a small page needs no more of.</summary>
    public Pace WithShortRounds() => this with { Round = Round < Short ? Round : Short };

    /// <summary>The size of data to measure at: what a claim names, or a stand-in in a quick run.</summary>
    public int Size(int claimed) => IsResult ? claimed : Math.Min(claimed, Data.SizedData.Quick);
}
