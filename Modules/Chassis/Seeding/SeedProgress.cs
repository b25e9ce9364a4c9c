using System.Collections.Concurrent;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Writes a line for each thing under way every now and then, and one when it is done.</summary>
internal sealed class SeedProgress : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SeedPhase> phases = new();
    private readonly CancellationTokenSource ended = new();
    private readonly TextWriter output;
    private readonly TimeProvider clock;
    private readonly Task telling;

    public SeedProgress(TextWriter output, TimeProvider clock, TimeSpan pause)
    {
        (this.output, this.clock) = (output, clock);
        telling = TellAsync(pause);
    }

    public SeedPhase Begin(string name, string unit)
    {
        var phase = new SeedPhase(name, unit, clock);
        phases[name] = phase;
        return phase;
    }

    public void End(SeedPhase phase)
    {
        phases.TryRemove(phase.Name, out _);
        output.WriteLine(phase.LastLine());
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task TellAsync(TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause, clock);
        while (await timer.WaitForNextTickAsync(ended.Token))
            foreach (var phase in phases.Values.OrderBy(phase => phase.Name, StringComparer.Ordinal)) output.WriteLine(phase.Line());
    }
}
