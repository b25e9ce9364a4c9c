using System.Collections.Concurrent;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Writes a line for each thing under way every now and then, and one when it is done.</summary>
internal sealed class SeedProgress : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ISeedPhase, long> phases = new();
    private readonly CancellationTokenSource ended = new();
    private readonly TextWriter output;
    private readonly Task telling;
    private long begun;

    public SeedProgress(TextWriter output, TimeProvider clock, TimeSpan pause)
    {
        (this.output, Clock) = (output, clock);
        telling = TellAsync(pause);
    }

    public TimeProvider Clock { get; }

    public TPhase Begin<TPhase>(TPhase phase) where TPhase : ISeedPhase
    {
        phases[phase] = Interlocked.Increment(ref begun);
        return phase;
    }

    public void End(ISeedPhase phase)
    {
        if (phases.TryRemove(phase, out _)) output.WriteLine(phase.LastLine);
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task TellAsync(TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        while (await timer.WaitForNextTickAsync(ended.Token))
            foreach (var (phase, _) in phases.OrderBy(phase => phase.Value)) output.WriteLine(phase.Line);
    }
}
