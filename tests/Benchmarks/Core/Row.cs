namespace MyThoughts.Benchmarks.Core;

/// <summary>A target, and what the rounds gave for it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Rounds">Its figure in each round.</param>
/// <param name="Rejected">Why the figures count for nothing; null when they count.</param>
internal sealed record Row(Target Target, IReadOnlyList<double> Rounds, string? Rejected = null)
{
    /// <summary>Rounds further apart than this say more of the machine than of the program.</summary>
    public const double WidestSpread = 0.25;

    /// <summary>The arms that it compares.</summary>
    public IReadOnlyList<string> Arms { get; init; } = [];

    public double Median => Rounds.Count == 0 ? double.NaN : Series.Median(Rounds);

    public double Spread => Rounds.Count == 0 ? double.NaN : Series.Spread(Rounds);

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? Void => Rejected is not null ? $"rejected: {Rejected}"
        : Rounds.Count == 0 ? "void: nothing was measured"
        : !double.IsFinite(Median) || !double.IsFinite(Spread) ? "void: a figure is no number"
        : Spread > WidestSpread ? System.FormattableString.Invariant($"void: the rounds lie {Spread:0%} apart, more than {WidestSpread:0%}: the machine was busy")
        : null;

    public Verdict Verdict => Void is not null ? Verdict.Void
        : Target.Meets(Median, Target.Aim) ? Verdict.Aim
        : Target.Meets(Median, Target.Must) ? Verdict.Must
        : Verdict.Missed;
}

/// <summary>How a target did.</summary>
internal enum Verdict
{
    Aim,
    Must,
    Missed,
    Void,
}
