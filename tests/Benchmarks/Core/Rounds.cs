namespace MyThoughts.Benchmarks.Core;

/// <summary>Runs every arm in turn, several times over, so that a slow minute of the machine falls on all of them.</summary>
internal sealed class Rounds
{
    private readonly Dictionary<Arm, List<Measurement>> measured;
    private readonly Dictionary<Arm, string> rejected = [];

    private Rounds(IEnumerable<Arm> arms) => measured = arms.ToDictionary(arm => arm, _ => new List<Measurement>());

    public static async Task<Rounds> RunAsync(IReadOnlyList<Arm> arms, Pace pace, CancellationToken cancellationToken)
    {
        var rounds = new Rounds(arms);
        foreach (var arm in arms)
        {
            Console.WriteLine($"  warming up: {arm.Name}");
            rounds.Look(arm, await arm.Load.RunAsync(pace.WarmUp, cancellationToken));
        }
        for (var round = 1; round <= pace.Rounds; round++)
        {
            Console.WriteLine($"  round {round} of {pace.Rounds}");
            await rounds.TakeTurnsAsync(arms, pace, cancellationToken);
        }
        return rounds;
    }

    public ArmResult this[Arm arm] => new(arm.Name, Measurement.Median(measured[arm]), rejected.GetValueOrDefault(arm));

    /// <summary>Compares two arms round by round: each with what ran in the same minute.</summary>
    public Row Compare(Target target, Arm arm, Arm with, Func<Measurement, double> figure) =>
        Compare(target, arm, with, (left, right) => figure(left) / figure(right));

    /// <summary>Compares different figures of two arms round by round.</summary>
    public Row Compare(Target target, Arm arm, Arm with, Func<Measurement, Measurement, double> ratio) => new(
        target, [.. measured[arm].Zip(measured[with], ratio)], rejected.GetValueOrDefault(arm) ?? rejected.GetValueOrDefault(with))
    {
        Arms = [arm.Name, with.Name],
    };

    private async Task TakeTurnsAsync(IReadOnlyList<Arm> arms, Pace pace, CancellationToken cancellationToken)
    {
        var turns = arms.ToDictionary(arm => arm, _ => new List<Measurement>());
        for (var turn = 0; turn < pace.Turns; turn++)
            foreach (var arm in arms) turns[arm].Add(await MeasureAsync(arm, pace.Turn, cancellationToken));
        foreach (var arm in arms) measured[arm].Add(Measurement.Median(turns[arm]));
    }

    private async Task<Measurement> MeasureAsync(Arm arm, TimeSpan time, CancellationToken cancellationToken)
    {
        var before = ProcessUsage.CpuSeconds(arm.Processes);
        var load = await arm.Load.RunAsync(time, cancellationToken);
        var cpu = ProcessUsage.CpuSeconds(arm.Processes) - before;
        Look(arm, load);
        return new(
            load.Requests / load.Seconds, load.P50, load.P99, arm.Processes.Count > 0 ? cpu * 1e6 / Math.Max(1, load.Requests) : double.NaN,
            arm.Processes.Count > 0 ? ProcessUsage.Megabytes(arm.Processes[0]) : double.NaN, load.SecondShare);
    }

    private void Look(Arm arm, LoadResult load)
    {
        if (load.Requests == 0) rejected.TryAdd(arm, $"{arm.Name}: no answer at all");
        if (load.Failures > 0) rejected.TryAdd(arm, $"{arm.Name}: {load.Failures} wrong answers of {load.Requests}, the first: {load.FirstFailure}");
    }
}
