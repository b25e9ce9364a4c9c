namespace MyThoughts.Benchmarks.Core;

/// <summary>How long and how often.</summary>
/// <param name="Rounds">How often every arm is measured.</param>
/// <param name="WarmUp">What an arm gets before its first round: the JIT compiles twice, and caches fill.</param>
/// <param name="Round">How long a round of an arm is.</param>
/// <param name="IsResult">Whether what comes out may be quoted.</param>
internal sealed record Pace(int Rounds, TimeSpan WarmUp, TimeSpan Round, bool IsResult)
{
    public static readonly Pace Full = new(5, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), IsResult: true);
    public static readonly Pace Quick = new(3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), IsResult: false);
}
