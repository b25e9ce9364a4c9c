using System.Threading.Channels;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Api;

/// <summary>
/// Tells one listener. Nothing waits in a queue for a slow one: it is told what is so when it is ready to hear, and a change is told as
/// the difference from what it knows.
/// </summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan BetweenFigures = TimeSpan.FromSeconds(2);
    private const int FiguresToAHeartbeat = 8;

    private readonly LiveTraffic traffic;
    private readonly LiveEvents events;
    private readonly EventWriter writer;
    private readonly ITimer timer;
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool areFiguresDue = true;
    private Revision? told;
    private int sent;

    public EventStream(LiveTraffic traffic, LiveEvents events, TimeProvider clock, EventWriter writer)
    {
        (this.traffic, this.events, this.writer) = (traffic, events, writer);
        traffic.Changed += Hear;
        timer = clock.CreateTimer(_ => Tick(), null, BetweenFigures, BetweenFigures);
    }

    /// <summary>Tells state and figures now, and then whatever happens, while the listener may listen.</summary>
    public async Task RunAsync(Func<bool> mayListen, CancellationToken end)
    {
        await writer.BeginAsync(BetweenFigures, end);
        while (mayListen())
        {
            await TellStateAsync(end);
            if (areFiguresDue) await TellFiguresAsync(end);
            await wake.Reader.ReadAsync(end);
        }
    }

    public ValueTask DisposeAsync()
    {
        traffic.Changed -= Hear;
        return timer.DisposeAsync();
    }

    private async Task TellStateAsync(CancellationToken end)
    {
        if (traffic.Current?.Revision is not { } now || LiveEvents.StateSince(told, now) is not { } state) return;
        await writer.SendAsync("state", state, end);
        told = now;
    }

    private async Task TellFiguresAsync(CancellationToken end)
    {
        areFiguresDue = false;
        if (events.Figures() is { } figures) await writer.SendAsync("figures", figures, end);
        if (sent++ % FiguresToAHeartbeat == 0) await writer.CommentAsync("still here", end);
    }

    private void Hear(Revision revision) => wake.Writer.TryWrite(true);

    private void Tick()
    {
        areFiguresDue = true;
        wake.Writer.TryWrite(true);
    }
}
